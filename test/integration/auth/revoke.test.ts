import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, describe, test } from 'node:test';
import { revoke } from '../../../src-main/auth/revoke.ts';
import { startFakeAuthServer } from '../../support/fake-auth-server.ts';

const gone = { ok: true, value: null };

describe('ending a consent', () => {
  test('sends the access token as bearer, and takes 401 as gone already', async () => {
    const server = await startFakeAuthServer();
    after(() => server.close());
    assert.deepEqual(await revoke(fetch, server.authUrl, 'ACCESS-SECRET'), gone);
    assert.deepEqual(server.deletions, ['Bearer ACCESS-SECRET']);
  });

  for (const [status, expected] of [
    [200, gone],
    [204, gone],
    [503, { ok: false, failure: { kind: 'bank-unavailable', status: 503, code: null } }],
  ] as const) {
    test(`takes ${String(status)} for what it is`, async () => {
      const server = createServer((_request, response) => response.writeHead(status).end());
      after(() => server.close());
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      assert.ok(address !== null && typeof address !== 'string');
      assert.deepEqual(await revoke(fetch, `http://127.0.0.1:${String(address.port)}`, 'T'), expected);
    });
  }

  test('passes on that there is another page in that place', async () => {
    const answered: typeof fetch = () => Promise.resolve(new Response('T0KEN', { status: 404 }));
    const result = await revoke(answered, 'https://auth.bank.test', 'T0KEN');
    assert.ok(!result.ok && result.failure.kind === 'bad-answer');
    assert.doesNotMatch(JSON.stringify(result), /T0KEN/);
  });
});
