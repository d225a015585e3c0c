import { provider } from '../data/account-json.ts';
import type { Answer } from '../http/answer.ts';
import type { DialogRequest } from './consent-desk.ts';
import type { Scope } from './consent.ts';

const scopeWords: Readonly<Record<Scope, string>> = {
  info: 'Your name',
  accounts: 'Your accounts: names and numbers',
  balance: 'Balances',
  cards: 'Your cards: names and last four digits',
  transactions: 'Transactions, booked and pending',
  direct_debits: 'Direct debits',
  standing_orders: 'Standing orders',
  offline_access: 'Access for 90 days while you are away',
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => escapes[sign] ?? sign);

const style = `
:root { color-scheme: light dark; --ink: #17202a; --paper: #f4f6f8; --card: #fff; --line: #cfd6dd; --go: #0b5cad; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf2; --paper: #11161b; --card: #1b222a; --line: #3a444f; --go: #7db8f0; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: min(28rem, 100%); padding: 1.5rem; background: var(--card); border: 1px solid var(--line);
  border-radius: 12px; overflow-wrap: anywhere; }
h1 { margin: 0 0 .5rem; font-size: 1.4rem; }
ul { margin: .5rem 0 1rem; padding-left: 1.2rem; }
small { display: block; margin-top: 1rem; }
form { display: flex; flex-wrap: wrap; gap: .75rem; }
button { flex: 1 1 8rem; padding: .7rem 1rem; font: inherit; border: 2px solid var(--go); border-radius: 8px;
  background: transparent; color: var(--go); cursor: pointer; }
button[value='allow'] { background: var(--go); color: var(--card); font-weight: 600; }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }`;

function page(status: number, title: string, main: string): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // No form-action: browsers apply it to the redirect that follows the form too.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body:
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>` +
      `<body><main><h1>${escapeHtml(title)}</h1>${main}</main></body></html>`,
  };
}

/** The question itself. `action`: where the two buttons post to. */
export function consentPage(request: DialogRequest, action: string): Answer {
  const scopes = request.scopes.map((scope) => `<li>${escapeHtml(scopeWords[scope])}</li>`).join('');
  return page(
    200,
    provider.display_name,
    `<p><strong>${escapeHtml(request.clientId)}</strong> asks to see:</p><ul>${scopes}</ul>` +
      `<p>It cannot move money. You can end the access at any time.</p>` +
      `<form method="post" action="${escapeHtml(action)}">` +
      `<button type="submit" name="decision" value="allow">Allow</button>` +
      `<button type="submit" name="decision" value="cancel">Cancel</button></form>` +
      `<small>This is a demonstration on your own machine: the bank and its customers are made up. ` +
      `You return to ${escapeHtml(request.redirectUri)}</small>`,
  );
}

/** A link that cannot be honoured: said here, never by a redirect. */
export const dialogErrorPage = (error: string, sentence: string): Answer =>
  page(
    400,
    `${provider.display_name}: this link does not work`,
    `<p>${escapeHtml(sentence)}</p><p><code>${escapeHtml(error)}</code></p>`,
  );

/** `response_mode=form_post`: the same fields, posted. A button and no script, so it works under a strict CSP. */
export const formPostPage = (redirectUri: string, fields: URLSearchParams): Answer =>
  page(
    200,
    provider.display_name,
    `<form method="post" action="${escapeHtml(redirectUri)}">${[...fields]
      .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
      .join('')}<button type="submit">Continue</button></form>`,
  );
