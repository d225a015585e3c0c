import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { ask, connectTo, results } from '../../support/demo-bank/bank-visitor.ts';
import { tuesdayMs, withDemoBank } from '../../support/demo-bank/with-demo-bank.ts';
import type { DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';
import type { DemoBankOptions } from '../../../src-demo-bank/demo-bank-options.ts';

/** All bodies of all doors, in order, each as path and digest: a difference must fit on a screen. */
async function everything(bank: DemoBank): Promise<string[]> {
  const { access_token: token } = await connectTo(bank);
  const paths = ['/me', '/info', '/accounts', '/cards'];
  for (const [index, id] of bank.control.accountIds.entries()) {
    const tails = ['', '/balance', '/transactions?from=2024-01-01&to=2026-01-06', '/transactions/pending'];
    if (index < 3) tails.push('/standing_orders', '/direct_debits');
    paths.push(...tails.map((tail) => `/${index < 3 ? 'accounts' : 'cards'}/${id}${tail}`));
  }
  const bodies = [];
  for (const path of paths) {
    const { text } = await ask(bank, token, path);
    bodies.push(`${path} ${createHash('sha256').update(text).digest('hex')}`);
  }
  return bodies;
}

async function bodiesOf(options: DemoBankOptions): Promise<string[]> {
  let bodies: string[] = [];
  await withDemoBank(options, async (bank) => {
    bodies = await everything(bank);
  });
  return bodies;
}

describe('the same seed and the same clock', () => {
  test('give the same bank, to the byte', async () => {
    assert.deepEqual(await bodiesOf({ seed: 7 }), await bodiesOf({ seed: 7 }));
    assert.deepEqual(
      await bodiesOf({ seed: 7, transactions: 99 }),
      await bodiesOf({ seed: 7, transactions: 99 }),
    );
  });

  test('another seed gives another', async () => {
    const [one, other] = [await bodiesOf({ seed: 7 }), await bodiesOf({ seed: 8 })];
    assert.notEqual(one[4], other[4]);
  });

  test('a bank that lived through three days and one that was started after them are the same', async () => {
    const threeDaysMs = 259_200_000;
    let lived: string[] = [];
    await withDemoBank({ nowMs: () => tuesdayMs - threeDaysMs }, async (bank) => {
      for (const id of bank.control.accountIds) bank.control.truth(id);
      bank.control.advance(threeDaysMs);
      lived = await everything(bank);
    });
    assert.deepEqual(lived, await bodiesOf({}));
  });
});

describe('a bank with --transactions', () => {
  test('has exactly so many rows for each account and card in its days, twins counted', () =>
    withDemoBank({ accounts: 3, cards: 2, transactions: 450, days: 90 }, async (bank) => {
      const { access_token: token } = await connectTo(bank);
      for (const [index, id] of bank.control.accountIds.entries()) {
        const path = `/${index < 3 ? 'accounts' : 'cards'}/${id}`;
        const rows = results(await ask(bank, token, `${path}/transactions?from=2025-10-09&to=2026-01-06`));
        assert.equal(rows.length, 450);
        assert.equal(new Set(rows.map((row) => row['transaction_id'])).size, 450);
        const early = results(await ask(bank, token, `${path}/transactions?from=2024-01-01&to=2025-10-08`));
        assert.equal(early.length, 0);
      }
    }));

  test('ends with the balance that its rows run up to', () =>
    withDemoBank({ accounts: 1, cards: 1, transactions: 1000, days: 200 }, async (bank) => {
      const { access_token: token } = await connectTo(bank);
      const [account = ''] = bank.control.accountIds;
      const [newest] = results(await ask(bank, token, `/accounts/${account}/transactions`));
      const [balance] = results(await ask(bank, token, `/accounts/${account}/balance`));
      assert.deepEqual(newest?.['running_balance'], { currency: 'GBP', amount: balance?.['current'] });
    }));
});
