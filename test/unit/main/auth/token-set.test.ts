import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeTokenSet } from '../../../../src-main/auth/token-set.ts';

const full = {
  access_token: 'ACCESS',
  expires_in: 3600,
  token_type: 'Bearer',
  refresh_token: 'REFRESH',
  scope: 'accounts',
};

describe('the answer of the token endpoint', () => {
  test('is read with the end of the access token as an instant', () => {
    assert.deepEqual(decodeTokenSet(full, 1_000), {
      accessToken: 'ACCESS',
      accessTokenExpiresAtMs: 3_601_000,
      refreshToken: 'REFRESH',
      scope: 'accounts',
    });
  });

  test('may have fields nobody knows, and may lack what TrueLayer does not promise', () => {
    const { refresh_token: _refresh, scope: _scope, ...least } = full;
    const decoded = decodeTokenSet({ ...least, id_token: 'x' }, 0);
    assert.equal(decoded?.refreshToken, null);
    assert.equal(decoded.scope, null);
  });

  test('never makes a token live longer than a day', () => {
    assert.equal(decodeTokenSet({ ...full, expires_in: 1e300 }, 0)?.accessTokenExpiresAtMs, 86_400_000);
  });

  const wrong: readonly [what: string, body: unknown][] = [
    ['nothing', null],
    ['text', 'access_token=ACCESS'],
    ['no access token', { ...full, access_token: undefined }],
    ['an empty access token', { ...full, access_token: '' }],
    ['an access token that would break the header', { ...full, access_token: 'A\r\nX-Evil: 1' }],
    ['a refresh token with a blank', { ...full, refresh_token: 'A B' }],
    ['another kind of token', { ...full, token_type: 'mac' }],
    ['a life that is text', { ...full, expires_in: '3600' }],
    ['a negative life', { ...full, expires_in: -1 }],
  ];
  for (const [what, body] of wrong) {
    test(`is none with ${what}`, () => assert.equal(decodeTokenSet(body, 0), null));
  }
});
