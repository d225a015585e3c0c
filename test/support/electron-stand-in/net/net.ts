import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refusing } from '../refuse-missing.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Electron's `net`: its `fetch` reads files too, with the media type Chromium would guess from the name. */
export const net: object = refusing('net', {
  online: true,
  isOnline: () => true,
  fetch: async (input: string | URL | Request, init?: RequestInit) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith('file:')) return fetch(input, init);
    try {
      const path = fileURLToPath(url);
      const body = new Uint8Array(await readFile(path));
      return new Response(body, {
        headers: { 'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream' },
      });
    } catch {
      throw new Error('net::ERR_FILE_NOT_FOUND');
    }
  },
});
