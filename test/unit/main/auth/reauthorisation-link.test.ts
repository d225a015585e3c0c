import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { authorise } from '../../../../src-main/auth/authorise.ts';
import { reauthorisationLink } from '../../../../src-main/auth/reauthorisation-link.ts';
import { createManualClock } from '../../../support/manual-clock.ts';

const authUrl = 'https://auth.truelayer.com';
const attempt = { state: 'STATE', nonce: 'NONCE', codeVerifier: 'VERIFIER' };
const request = { authUrl, redirectUri: 'http://localhost:3000/callback', refreshToken: 'REFRESH' };

/** Answers with `body` and remembers what was asked. */
function answering(status: number, body: unknown) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const fetch: typeof globalThis.fetch = (url, init) => {
    asked.push({ url: url instanceof Request ? url.url : String(url), init });
    return Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
  };
  return { fetch, asked };
}
const ask = (fetch: typeof globalThis.fetch, at = authUrl) =>
  reauthorisationLink(fetch, { ...request, authUrl: at }, attempt);

describe('a link that renews', () => {
  test('is asked for with the refresh token, state and challenge, as JSON, at the auth host alone', async () => {
    const { fetch, asked } = answering(200, { result: 'https://verify.bank.example/a?b=c', success: true });
    assert.equal(await ask(fetch), 'https://verify.bank.example/a?b=c');
    assert.deepEqual(
      asked.map(({ url }) => url),
      [`${authUrl}/v1/reauthuri`],
    );
    const init = asked[0]?.init;
    assert.equal(init?.redirect, 'error');
    const sent = JSON.parse(typeof init?.body === 'string' ? init.body : '') as Record<string, string>;
    assert.deepEqual(Object.keys(sent).toSorted(), [
      'code_challenge',
      'code_challenge_method',
      'redirect_uri',
      'refresh_token',
      'response_type',
      'state',
    ]);
    assert.equal(sent['refresh_token'], 'REFRESH');
    assert.ok(!JSON.stringify(sent).includes('VERIFIER'));
  });

  const useless: readonly (readonly [string, number, unknown])[] = [
    ['a refusal', 401, { error: 'invalid_request', error_details: { reason: 'Invalid refresh_token' } }],
    ['a server that does not have it', 404, 'not found'],
    ['a server in trouble', 500, { error: 'internal_server_error' }],
    ['no success', 200, { result: 'https://bank.example', success: false }],
    ['no link', 200, { success: true }],
    ['a page', 200, '<html></html>'],
    ['a link without encryption', 200, { result: 'http://bank.example/', success: true }],
    [
      'a link to this machine from a bank that is not',
      200,
      { result: 'http://localhost:80/', success: true },
    ],
    ['a link that runs something', 200, { result: 'javascript:alert(1)', success: true }],
    ['a link to a file', 200, { result: 'file:///etc/passwd', success: true }],
    [
      'a link with a name before the host',
      200,
      { result: 'https://auth.truelayer.com@x.example/', success: true },
    ],
  ];
  for (const [name, status, body] of useless) {
    test(`${name} is none, so that a plain link is used`, async () => {
      assert.equal(await ask(answering(status, body).fetch), null);
    });
  }

  test('may be plain where the auth host itself is on this machine, as the demo bank is', async () => {
    const { fetch } = answering(200, { result: 'http://127.0.0.1:4000/?reauth=1', success: true });
    assert.equal(await ask(fetch, 'http://127.0.0.1:4000'), 'http://127.0.0.1:4000/?reauth=1');
  });

  test('to a host that may not be opened is left for a plain one', async () => {
    const { fetch } = answering(200, { result: 'https://verify.bank.example/a', success: true });
    const opened: string[] = [];
    const stop = new AbortController();
    await authorise(
      {
        fetch,
        clock: createManualClock(),
        randomBytes: (bytes) => Buffer.alloc(bytes, 7),
        openLink: (link) => {
          opened.push(link);
          stop.abort();
        },
      },
      {
        ...request,
        clientId: 'app',
        clientSecret: 'x',
        scopes: ['info'],
        mayOpen: (link) => link.startsWith(authUrl),
        paste: () => new Promise(() => {}),
        signal: stop.signal,
      },
    );
    assert.equal(new URL(opened[0] ?? '').origin, authUrl);
  });

  test('no network is none', async () => {
    assert.equal(await ask(() => Promise.reject(new TypeError('fetch failed'))), null);
  });
});
