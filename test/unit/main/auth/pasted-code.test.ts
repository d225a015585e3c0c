import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPastedCode } from '../../../../src-main/auth/pasted-code.ts';

const expected = {
  redirectUri: 'https://console.truelayer.com/redirect-page',
  state: 'THE-STATE',
  authHost: 'auth.bank.test',
};
const page = expected.redirectUri;

describe('what the user pastes', () => {
  const taken: readonly [what: string, pasted: string][] = [
    ['the bare code', 'CODE-1'],
    ['the code with blanks and a line end', '  CODE-1 \n'],
    ['the code in quotes', '"CODE-1"'],
    ['the whole address', `${page}?code=CODE-1&state=THE-STATE`],
    ['the whole address with more in it', `${page}?state=THE-STATE&scope=info%20accounts&code=CODE-1`],
    ['the address in angle brackets', `<${page}?code=CODE-1&state=THE-STATE>`],
  ];
  for (const [what, pasted] of taken) {
    test(`may be ${what}`, () => {
      assert.deepEqual(readPastedCode(pasted, expected), { ok: true, value: 'CODE-1' });
    });
  }

  const refused: readonly [what: string, pasted: string, kind: string][] = [
    ['nothing', '', 'code-refused'],
    ['several words', 'I clicked allow', 'code-refused'],
    [
      'an address of somewhere else',
      'https://evil.test/redirect-page?code=C&state=THE-STATE',
      'code-refused',
    ],
    ['the link itself', 'https://auth.bank.test/?state=THE-STATE', 'code-refused'],
    ['the address of another attempt', `${page}?code=CODE-1&state=OLD`, 'wrong-state'],
    ['an address without a state', `${page}?code=CODE-1`, 'wrong-state'],
    ['an address with two states', `${page}?code=C&state=THE-STATE&state=OLD`, 'wrong-state'],
    ['a refusal', `${page}?error=access_denied&state=THE-STATE`, 'consent-denied'],
    [
      'a mismatch of the redirect URI',
      `${page}?error=invalid_redirect_uri&state=THE-STATE`,
      'redirect-mismatch',
    ],
    ['another refusal', `${page}?error=server_error&state=THE-STATE`, 'auth-server-refused'],
    ['an address without a code', `${page}?state=THE-STATE`, 'bad-answer'],
    ['an address with two codes', `${page}?code=A&code=B&state=THE-STATE`, 'bad-answer'],
  ];
  for (const [what, pasted, kind] of refused) {
    test(`may not be ${what}: ${kind}`, () => {
      const result = readPastedCode(pasted, expected);
      assert.equal(result.ok ? 'ok' : result.failure.kind, kind);
    });
  }

  test('does not get into the failure', () => {
    const result = readPastedCode(`${page}?error=SECRET-TEXT%20here&state=THE-STATE`, expected);
    assert.deepEqual(result, { ok: false, failure: { kind: 'auth-server-refused', code: 'unknown_error' } });
  });
});
