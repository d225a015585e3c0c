import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { demoBankInThread } from '../../../src-main/connect/demo-bank-thread.ts';
import { freePort } from '../../support/free-port.ts';

const threadFile = new URL('../../../src-demo-bank/bank-thread.ts', import.meta.url);
const door = demoBankInThread(threadFile, 0);

describe('the demo bank in a thread of its own', () => {
  test('answers over HTTP, obeys what specs ask of it, and frees its ports', async () => {
    const bank = await door.startDemoBank({ accounts: 1, cards: 0, autoApprove: true });
    const secrets = await bank.control?.issuedSecrets();
    assert.ok(secrets?.includes(bank.clientSecret));
    await assert.rejects(
      async () => bank.control?.setFaults({ faults: [{ kind: 'no such' }] }),
      /faults\[0\]/,
    );
    await bank.control?.passEvening(Date.now());
    const asked = `${bank.apiUrl}/data/v1/accounts`;
    assert.equal((await fetch(asked)).status, 401);
    await bank.close();
    await assert.rejects(fetch(asked));
    await assert.rejects(async () => bank.control?.issuedSecrets(), /has ended/);
  });

  test('says which error ended its start', async () => {
    const port = await freePort();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
    try {
      await assert.rejects(door.startDemoBank({ port }), { code: 'EADDRINUSE' });
      await assert.rejects(door.startDemoBank({ faults: { faults: 7 } }), /fault file cannot be used/);
    } finally {
      squatter.close();
    }
  });
});
