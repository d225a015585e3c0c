import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { authorisationLink, newAttempt } from '../../../../src-main/auth/authorisation-link.ts';

const request = {
  authUrl: 'https://auth.bank.test',
  clientId: 'client&1',
  redirectUri: 'http://localhost:3000/callback',
  scopes: ['accounts', 'balance', 'offline_access'],
};
// The verifier and the challenge of RFC 7636, appendix B.
const attempt = { state: 'S', nonce: 'N', codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' };

describe('the link to the consent dialog', () => {
  const link = new URL(authorisationLink({ ...request, providers: 'uk-ob-all uk-oauth-all' }, attempt));

  test('goes to the root of the auth host with everything TrueLayer asks for', () => {
    assert.equal(link.origin + link.pathname, 'https://auth.bank.test/');
    assert.deepEqual(Object.fromEntries(link.searchParams), {
      response_type: 'code',
      client_id: 'client&1',
      redirect_uri: 'http://localhost:3000/callback',
      scope: 'accounts balance offline_access',
      providers: 'uk-ob-all uk-oauth-all',
      state: 'S',
      nonce: 'N',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    });
  });

  test('separates scopes by %20, since + was seen refused', () => {
    assert.match(link.search, /scope=accounts%20balance%20offline_access&/);
  });

  test('leaves providers out when none are asked for', () => {
    assert.equal(new URL(authorisationLink(request, attempt)).searchParams.has('providers'), false);
  });

  test('never holds the verifier', () => {
    assert.doesNotMatch(link.href, new RegExp(attempt.codeVerifier));
  });
});

describe('an attempt to connect', () => {
  test('makes state, nonce and verifier out of fresh randomness, the verifier at least 43 characters', () => {
    let count = 0;
    const made = newAttempt((size) => new Uint8Array(size).fill(++count));
    assert.equal(new Set(Object.values(made)).size, 3);
    assert.match(made.codeVerifier, /^[\w-]{43}$/);
    assert.match(made.state, /^[\w-]{43}$/);
  });
});
