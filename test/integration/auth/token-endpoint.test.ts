import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import type { Failure } from '#shared/failure.ts';
import type { Result } from '#shared/result.ts';
import { exchangeCode, refreshTokens } from '../../../src-main/auth/token-endpoint.ts';
import type { TokenSet } from '../../../src-main/auth/token-set.ts';
import { startFakeAuthServer, type ScriptedAnswer } from '../../support/fake-auth-server.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const server = await startFakeAuthServer();
after(() => server.close());
const clock = createManualClock(Date.UTC(2026, 0, 6, 8));
const deps = { fetch, clock };
const host = new URL(server.authUrl).host;
const consent = {
  code: 'CODE-SECRET',
  redirectUri: 'http://localhost:3000/callback',
  codeVerifier: 'VERIFIER-SECRET',
};

const exchange = (): Promise<Result<TokenSet>> => exchangeCode(deps, server, consent);
const refresh = (token: string): Promise<Result<TokenSet>> => refreshTokens(deps, server, token);
const answer = (status: number, body: string, headers?: Record<string, string>): ScriptedAnswer =>
  headers === undefined ? { kind: 'answer', status, body } : { kind: 'answer', status, body, headers };

beforeEach(() => {
  server.script.length = 0;
  server.forms.length = 0;
});

describe('the token endpoint', () => {
  test('is sent the documented fields of a refresh and no other', async () => {
    const token = server.grant();
    const tokens = await refresh(token);
    assert.ok(tokens.ok);
    assert.equal(tokens.value.accessTokenExpiresAtMs, clock.nowMs() + 3_600_000);
    assert.equal(tokens.value.scope, 'accounts offline_access');
    assert.notEqual(tokens.value.refreshToken, token);
    assert.deepEqual(Object.fromEntries(server.forms[0] ?? []), {
      grant_type: 'refresh_token',
      client_id: server.clientId,
      client_secret: server.clientSecret,
      refresh_token: token,
    });
  });

  test('takes an answer without refresh token and scope', async () => {
    server.script.push(answer(200, '{"access_token":"A","expires_in":60,"token_type":"bearer"}'));
    const tokens = await exchange();
    assert.ok(tokens.ok);
    assert.equal(tokens.value.refreshToken, null);
    assert.equal(tokens.value.scope, null);
  });

  const refusals: readonly [what: string, given: ScriptedAnswer, forCode: Failure, forRefresh: Failure][] = [
    both('invalid_client', answer(400, '{"error":"invalid_client"}'), { kind: 'wrong-client-secret' }),
    both('unauthorized_client', answer(401, '{"error":"unauthorized_client"}'), {
      kind: 'wrong-client-secret',
    }),
    [
      'invalid_grant, which comes as 400 and with nothing else',
      answer(400, '{"error":"invalid_grant"}'),
      { kind: 'code-refused' },
      { kind: 'reconnect-needed', cause: 'token-refused' },
    ],
    [
      'invalid_authorization_code',
      answer(400, '{"error":"invalid_authorization_code","error_details":{}}'),
      { kind: 'code-refused' },
      { kind: 'reconnect-needed', cause: 'token-refused' },
    ],
    [
      'the end of the consent',
      answer(400, '{"error":"invalid_request","error_details":{"reason":"Consent expired or revoked"}}'),
      { kind: 'auth-server-refused', code: 'invalid_request' },
      { kind: 'reconnect-needed', cause: 'consent-ended' },
    ],
    both('another error', answer(400, '{"error":"invalid_scope","error_details":null}'), {
      kind: 'auth-server-refused',
      code: 'invalid_scope',
    }),
    both('an error that repeats the secret', answer(400, `{"error":"${server.clientSecret}"}`), {
      kind: 'auth-server-refused',
      code: 'unknown_error',
    }),
    both('a page of HTML', answer(403, '<html>CODE-SECRET</html>'), {
      kind: 'bad-answer',
      host,
      detail: 'token-status 403',
    }),
    both('trouble of its own', answer(500, '{"error":"internal_server_error","error_details":{}}'), {
      kind: 'bank-unavailable',
      status: 500,
      code: 'internal_server_error',
    }),
    both('the gateway’s trouble in HTML', answer(502, '<html>'), {
      kind: 'bank-unavailable',
      status: 502,
      code: null,
    }),
    both('too many requests, for seconds', answer(429, '', { 'retry-after': '90' }), {
      kind: 'rate-limited',
      untilIso: '2026-01-06T08:01:30.000Z',
    }),
    both(
      'too many requests, until a date',
      answer(429, '', { 'retry-after': 'Tue, 06 Jan 2026 09:00:00 GMT' }),
      {
        kind: 'rate-limited',
        untilIso: '2026-01-06T09:00:00.000Z',
      },
    ),
    both('too many requests', answer(429, '{}'), { kind: 'rate-limited', untilIso: null }),
    both(
      'a redirect, which would carry the secret away',
      answer(307, '', { location: 'http://127.0.0.1:9/' }),
      {
        kind: 'bad-answer',
        host,
        detail: 'redirected',
      },
    ),
    both('a body without end', answer(200, 'x'.repeat(70_000)), { kind: 'answer-too-large', bytes: 65_536 }),
  ];
  for (const [what, given, forCode, forRefresh] of refusals) {
    test(`answers ${what}: a failure after one request`, async () => {
      server.script.push(given, given);
      assert.deepEqual(await exchange(), { ok: false, failure: forCode });
      assert.deepEqual(await refresh('REFRESH-SECRET'), { ok: false, failure: forRefresh });
      assert.equal(server.forms.length, 2);
    });
  }
});

describe('an answer that gets lost', () => {
  const losses: readonly [what: string, loss: ScriptedAnswer][] = [
    ['by a cut connection', { kind: 'lost' }],
    ['in a body that is no JSON', answer(200, '{"access_token":"AC')],
    [
      'in a body that is no token set',
      answer(200, '{"access_token":"A B","expires_in":1,"token_type":"Bearer"}'),
    ],
  ];
  for (const [what, loss] of losses) {
    test(`${what} to a code is not asked for again`, async () => {
      server.script.push(loss);
      assert.equal((await exchange()).ok, false);
      assert.equal(server.forms.length, 1);
    });

    test(`${what} to a refresh is asked for once more with the same token`, async () => {
      const tokens = '{"access_token":"A","expires_in":60,"token_type":"Bearer","refresh_token":"NEXT"}';
      server.script.push(loss, answer(200, tokens));
      const refreshed = await refresh('SAME');
      assert.equal(refreshed.ok && refreshed.value.refreshToken, 'NEXT');
      assert.deepEqual(
        server.forms.map((form) => form.get('refresh_token')),
        ['SAME', 'SAME'],
      );
    });
  }

  test('and had spent the token means connecting again', async () => {
    server.script.push({ kind: 'lost' });
    const refreshed = await refresh(server.grant());
    assert.deepEqual(refreshed, { ok: false, failure: { kind: 'reconnect-needed', cause: 'token-refused' } });
    assert.equal(server.forms.length, 2);
  });

  test('twice is the network’s failure, and the token is not given up', async () => {
    server.script.push({ kind: 'lost' }, { kind: 'lost' }, { kind: 'lost' });
    const refreshed = await refresh('SAME');
    assert.equal(!refreshed.ok && refreshed.failure.kind, 'unreachable');
    assert.equal(server.forms.length, 2);
  });
});

test('a server that is not there is unreachable, by the name of its host and the code of the error', async () => {
  const gone = await startFakeAuthServer();
  await gone.close();
  assert.deepEqual(await refreshTokens(deps, gone, 'REFRESH-SECRET'), {
    ok: false,
    failure: { kind: 'unreachable', host: new URL(gone.authUrl).host, cause: 'ECONNREFUSED' },
  });
});

function both(
  what: string,
  given: ScriptedAnswer,
  failure: Failure,
): [string, ScriptedAnswer, Failure, Failure] {
  return [what, given, failure, failure];
}
