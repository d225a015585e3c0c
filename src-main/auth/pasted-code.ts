import { failed, succeeded, type Result } from '#shared/result.ts';
import { readRedirect } from './redirect-answer.ts';

/**
 * Reads what the user pasted: the code alone, as TrueLayer's hosted page shows it, or the whole address the browser
 * ended at. In an address the state is checked. A bare code carries none; there PKCE stands in: a code that was
 * smuggled in belongs to another verifier and is refused by the token endpoint (RFC 9700, section 4.5.3).
 */
export function readPastedCode(
  pasted: string,
  expected: { readonly redirectUri: string; readonly state: string; readonly authHost: string },
): Result<string> {
  const text = pasted.trim().replace(/^(["'<])(.*)[">']$/s, '$2');
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    return /^[\x21-\x7e]{1,4096}$/.test(text) ? succeeded(text) : failed({ kind: 'code-refused' });
  }
  const url = URL.parse(text);
  const redirect = URL.parse(expected.redirectUri);
  if (url === null || redirect === null || !samePlace(url, redirect)) return failed({ kind: 'code-refused' });
  const answer = readRedirect(url.searchParams, expected.state, expected.authHost);
  switch (answer.kind) {
    case 'code':
      return succeeded(answer.code);
    case 'failure':
      return failed(answer.failure);
    case 'foreign':
      return failed({ kind: 'wrong-state' });
  }
}

const samePlace = (a: URL, b: URL): boolean =>
  a.protocol === b.protocol && a.host === b.host && a.pathname === b.pathname;
