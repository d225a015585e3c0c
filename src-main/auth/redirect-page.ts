import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { redirectWords, wordsLanguage } from '../words/words.ts';

/** What the browser is told at the end. None of it holds anything of the request. */
export type RedirectPage = 'received' | 'denied' | 'foreign' | 'used' | 'refused';

const style = 'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem}';

/** `no-referrer` and `no-store`: the address of this page holds the code, and must not travel or be kept. */
const headers: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

/**
 * Answers the browser. No script clears the code out of the address bar: it is spent at once, and worth nothing
 * without the verifier that never left this process.
 */
export function answerBrowser(response: ServerResponse, status: number, page: RedirectPage): void {
  const [title, text] = redirectWords[page];
  response.writeHead(status, headers);
  response.end(
    `<!doctype html><html lang="${wordsLanguage}"><meta charset="utf-8"><meta name="color-scheme" content="light dark">` +
      `<title>Passbook: ${title}</title><style>${style}</style><h1>${title}</h1><p>${text}</p></html>`,
  );
}
