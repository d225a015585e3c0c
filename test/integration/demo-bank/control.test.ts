import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { startDemoBank } from '../../../src-demo-bank/start-demo-bank.ts';
import { ask, connectTo, results, verdict } from '../../support/demo-bank/bank-visitor.ts';
import { withDemoBank } from '../../support/demo-bank/with-demo-bank.ts';
import type { DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';

const withEmptyAccount = (run: (bank: DemoBank, account: string, token: string) => Promise<void>) =>
  withDemoBank({ accounts: 1, cards: 0, transactions: 0, pending: 0 }, async (bank) => {
    const { access_token: token } = await connectTo(bank);
    await run(bank, bank.control.accountIds[0] ?? '', token);
  });

describe('behind the counter', () => {
  test('a row is added, amended and removed, and the bank tells it so', () =>
    withEmptyAccount(async (bank, account, token) => {
      const rows = async () => results(await ask(bank, token, `/accounts/${account}/transactions`));
      const key = bank.control.addTransaction(account, {
        date: '2026-01-02',
        amountMinor: -1234,
        description: 'SHOP',
      });
      const [before] = await rows();
      assert.equal(before?.['amount'], -12.34);
      assert.equal(before['description'], 'SHOP');
      bank.control.amend(account, key, { amountMinor: -1300, date: '2026-01-03' });
      const [after] = await rows();
      assert.equal(after?.['amount'], -13);
      assert.equal(after['timestamp'], '2026-01-03T00:00:00Z');
      assert.notEqual(after['transaction_id'], before['transaction_id']);
      assert.equal(after['normalised_provider_transaction_id'], before['normalised_provider_transaction_id']);
      bank.control.remove(account, key);
      assert.deepEqual(await rows(), []);
    }));

  test('a pending row settles under new ids for another amount on another day', () =>
    withEmptyAccount(async (bank, account, token) => {
      const get = async (tail: string) => results(await ask(bank, token, `/accounts/${account}${tail}`));
      const added = {
        date: '2026-01-05',
        amountMinor: -1000,
        description: 'FUEL',
        status: 'pending',
      } as const;
      const key = bank.control.addTransaction(account, added);
      const [pending] = await get('/transactions/pending');
      assert.equal(pending?.['amount'], -10);
      assert.deepEqual(await get('/transactions'), []);
      bank.control.settle(account, key, { amountMinor: -4210, date: '2026-01-06', newIds: true });
      const [booked] = await get('/transactions');
      assert.equal(booked?.['amount'], -42.1);
      assert.notEqual(booked['provider_transaction_id'], pending['provider_transaction_id']);
      assert.deepEqual(await get('/transactions/pending'), []);
      assert.equal(bank.control.truth(account).booked[0]?.key, key);
    }));

  test('calls are listed with who asked what, when and how it ended', () =>
    withEmptyAccount(async (bank, account, token) => {
      await ask(bank, token, `/accounts/${account}/transactions?from=2026-01-01&to=2026-01-06`, {});
      assert.deepEqual(bank.control.calls.at(-1), {
        endpoint: 'transactions',
        method: 'GET',
        path: `/data/v1/accounts/${account}/transactions`,
        query: 'from=2026-01-01&to=2026-01-06',
        atMs: bank.control.nowMs(),
        psuIp: null,
        accountId: account,
        grant: null,
        status: 200,
      });
      assert.deepEqual(
        bank.control.calls.map(({ endpoint }) => endpoint),
        ['authorize', 'token', 'transactions'],
      );
    }));

  test('tokens expire and consents end when told to', () =>
    withEmptyAccount(async (bank, _, token) => {
      bank.control.expireAccessTokens();
      assert.equal(verdict(await ask(bank, token, '/accounts')), '401 invalid_token');
      bank.control.revokeConsent();
      assert.equal(verdict(await ask(bank, token, '/accounts')), '403 access_denied');
    }));
});

/** Listens on loopback; `null` when the port is taken. `port` 0: any. */
async function occupy(
  port: number,
): Promise<{ readonly port: number; readonly free: () => Promise<void> } | null> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  const [event] = await Promise.race([
    once(server, 'listening').then(() => ['listening']),
    once(server, 'error').then(() => ['error']),
  ]).catch(() => ['error']);
  const address = server.address();
  if (event === 'error' || address === null || typeof address === 'string') return null;
  return { port: address.port, free: () => new Promise((resolve) => server.close(() => resolve())) };
}

test('a bank whose second port is taken is refused with EADDRINUSE and lets go of its first', async () => {
  for (;;) {
    const second = await occupy(0);
    assert.ok(second !== null);
    const first = await occupy(second.port - 1);
    await first?.free();
    // Somebody else's neighbour: look for another pair.
    if (first === null) continue;
    await assert.rejects(startDemoBank({ port: first.port }), { code: 'EADDRINUSE' });
    const again = await occupy(first.port);
    assert.ok(again !== null, 'the first port is still held');
    await again.free();
    return second.free();
  }
});
