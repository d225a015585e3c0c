import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { createManualClock } from '../../support/manual-clock.ts';
import { askAuthHost } from '../../../src-main/auth/auth-exchange.ts';
import { revoke } from '../../../src-main/auth/revoke.ts';
import { exchangeCode, refreshTokens } from '../../../src-main/auth/token-endpoint.ts';

/** Ways in which a server can throw back what it was sent. */
const echoes: readonly [what: string, answer: (sent: string, response: ServerResponse) => void][] = [
  ['as a page', (sent, response) => response.end(`<html>${sent}</html>`)],
  ['as a page with an error status', (sent, response) => response.writeHead(403).end(sent)],
  ['as the error', (sent, response) => response.writeHead(400).end(JSON.stringify({ error: sent }))],
  [
    'as the description and the reason',
    (sent, response) =>
      response.writeHead(400).end(
        JSON.stringify({
          error: 'invalid_request',
          error_description: sent,
          error_details: { reason: sent },
        }),
      ),
  ],
  ['in trouble of its own', (sent, response) => response.writeHead(500).end(JSON.stringify({ error: sent }))],
  [
    'as a time to wait',
    (sent, response) => response.writeHead(429, { 'retry-after': encodeURIComponent(sent) }).end(),
  ],
  [
    'in the address of a redirect',
    (sent, response) => response.writeHead(302, { location: `/?${encodeURIComponent(sent)}` }).end(),
  ],
  [
    'as a token set of the wrong shape',
    (sent, response) => response.end(JSON.stringify({ access_token: [sent] })),
  ],
  ['and hangs up', (sent, response) => response.write(sent, () => response.socket?.destroy())],
  ['as no HTTP at all', (sent, response) => response.socket?.end(`${sent}\r\n\r\n`)],
];

let answer: (sent: string, response: ServerResponse) => void = () => {};
const server = createServer((request, response) => {
  void request.toArray().then((parts) => {
    const form = new URLSearchParams(Buffer.concat(parts).toString());
    answer([...form.values(), request.headers.authorization ?? ''].join(' '), response);
  });
});
let authUrl = '';
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address !== null && typeof address !== 'string');
  authUrl = `http://127.0.0.1:${String(address.port)}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

describe('no failure repeats a secret that the server throws back', () => {
  for (const [what, echo] of echoes) {
    test(what, async () => {
      answer = echo;
      const deps = { fetch, clock: createManualClock() };
      const client = { authUrl, clientId: 'client', clientSecret: 'CLIENT-SECRET' };
      const consent = {
        code: 'CODE-SECRET',
        redirectUri: 'http://localhost/',
        codeVerifier: 'VERIFIER-SECRET',
      };
      const results = [
        await exchangeCode(deps, client, consent),
        await refreshTokens(deps, client, 'REFRESH-SECRET'),
        await revoke(fetch, authUrl, 'ACCESS-SECRET'),
      ];
      for (const result of results.slice(0, 2)) assert.equal(result.ok, false);
      assert.doesNotMatch(JSON.stringify(results), /SECRET/);
    });
  }

  test('not even one short enough and plain enough for an error code', async () => {
    answer = (_sent, response) => response.writeHead(400).end('{"error":"abcdefgh0123456789"}');
    const client = { authUrl, clientId: 'client', clientSecret: 'abcdefgh0123456789' };
    const result = await refreshTokens({ fetch, clock: createManualClock() }, client, 'R');
    assert.deepEqual(result, { ok: false, failure: { kind: 'auth-server-refused', code: 'unknown_error' } });
  });

  test('nor does a server that says nothing hold anybody up', async () => {
    answer = () => {};
    const question = {
      method: 'POST',
      url: `${authUrl}/connect/token`,
      form: { a: 'SECRET' },
      timeoutMs: 20,
    } as const;
    assert.deepEqual(await askAuthHost(fetch, question), { ok: false, failure: { kind: 'bank-timeout' } });
  });
});
