import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { hostTrouble } from '../../../src-main/auth/host-trouble.ts';
import { freePort } from '../../support/free-port.ts';

test('a host that listens is no trouble, and nothing is said to it', async (t) => {
  let said = 0;
  const server = createServer((socket) => socket.on('data', () => (said += 1)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  assert.equal(await hostTrouble(`http://127.0.0.1:${address.port}`), null);
  assert.equal(said, 0);
});

test('a port nobody listens on is said at once', async () => {
  const port = await freePort();
  assert.deepEqual(await hostTrouble(`http://127.0.0.1:${port}`), {
    kind: 'unreachable',
    host: `127.0.0.1:${port}`,
    cause: 'ECONNREFUSED',
  });
});
