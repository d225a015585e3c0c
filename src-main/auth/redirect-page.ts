import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** What the browser is told at the end. None of it holds anything of the request. */
export type RedirectPage = 'received' | 'denied' | 'foreign' | 'used' | 'refused';

const texts: Readonly<Record<RedirectPage, readonly [title: string, text: string]>> = {
  received: ['The bank has answered', 'Passbook has the answer. You can close this window.'],
  denied: ['Not connected', 'Passbook knows, and says more in its own window. You can close this one.'],
  foreign: [
    'Not the answer Passbook waits for',
    'This page belongs to another attempt to connect. Go on with the newest link, or start again in Passbook.',
  ],
  used: ['Already answered', 'Passbook has its answer already. You can close this window.'],
  refused: ['Nothing to see here', 'This address only takes the answer of the bank.'],
};

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
  const [title, text] = texts[page];
  response.writeHead(status, headers);
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">` +
      `<title>Passbook: ${title}</title><style>${style}</style><h1>${title}</h1><p>${text}</p></html>`,
  );
}
