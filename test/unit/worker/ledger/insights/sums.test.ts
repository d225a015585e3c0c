import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { readCashFlow } from '../../../../../src-worker/ledger/insights/cash-flow.ts';
import { readSpending } from '../../../../../src-worker/ledger/insights/spending.ts';
import { openAccountLedger } from '../../../../../src-worker/ledger/account-ledger-on-sqlite.ts';
import type { Ledger } from '../../../../../src-worker/ledger/open-ledger.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import { accountIn, answered, nowIso, temporaryLedger } from '../../../../support/ledger-fixture.ts';

const filter = { currency: 'GBP', from: '2026-01-01', to: '2026-01-31' };
const moved = { category: 'TRANSFER', description: 'TO SAVINGS' };

/** Two accounts in January: a salary, three purchases, a transfer of 250 between them, and something in euro. */
function january(t: TestContext): Ledger {
  const ledger = temporaryLedger(t);
  const main = accountIn(ledger, ['main', 'saver']);
  main.storeWindow(
    answered([
      bankRow({ date: '2026-01-05', amountMinor: 200_000, category: 'CREDIT', description: 'SALARY' }),
      bankRow({ date: '2026-01-06', amountMinor: -4_000, merchant: 'Tesco', classification: ['Shopping'] }),
      bankRow({ date: '2026-01-07', amountMinor: -1_000, merchant: 'Tesco', classification: ['Shopping'] }),
      bankRow({
        date: '2026-01-08',
        amountMinor: -2_500,
        merchant: 'Vue',
        classification: ['Entertainment'],
      }),
      bankRow({ date: '2026-01-09', amountMinor: -25_000, ...moved }),
      bankRow({ date: '2026-01-10', amountMinor: -700, currency: 'EUR', merchant: 'SNCF' }),
    ]),
  );
  const { jobId } = main;
  const at = { connectionId: 'c1', accountId: 'saver', jobId, nowIso: () => nowIso };
  openAccountLedger(ledger, at).storeWindow(
    answered([
      bankRow({ date: '2026-01-11', amountMinor: 25_000, category: 'CREDIT', description: 'A TAYLOR' }),
    ]),
  );
  return ledger;
}

const idOf = (ledger: Ledger, description: string, date = ''): number =>
  ledger.db
    .prepare<[string, string], number>(
      'SELECT id FROM transactions_v1 WHERE coalesce(merchant, description) = ? AND date LIKE ?',
    )
    .pluck()
    .get(description, `%${date}`) ?? 0;
const flowOf = (ledger: Ledger) => {
  const { months, transfers } = readCashFlow(ledger, filter);
  return { month: months[0], transfers };
};
const spent = (ledger: Ledger, by: 'category' | 'merchant') =>
  readSpending(ledger, { filter, by, direction: 'out' }).groups.map(({ name, kind, minor, count }) => [
    name,
    kind,
    minor,
    count,
  ]);
const say = (ledger: Ledger, id: number, change: Parameters<typeof annotateTransactions>[2]) =>
  annotateTransactions(ledger, [id], change, nowIso);

describe('sums of money in and out', () => {
  test('leave a transfer between own accounts out, and other currencies', (t) => {
    assert.deepEqual(flowOf(january(t)), {
      month: { month: '2026-01', in_minor: 200_000, out_minor: -7_500, count: 4 },
      transfers: { count: 1, moved_minor: 25_000 },
    });
  });

  test('leave its end out too where only one of the two accounts is looked at', (t) => {
    const { months, transfers } = readCashFlow(january(t), { ...filter, accountIds: ['main'] });
    assert.deepEqual([months[0]?.out_minor, transfers.count], [-7_500, 1]);
  });

  test('take a row that is hidden out, and turn one that the user turned', (t) => {
    const ledger = january(t);
    say(ledger, idOf(ledger, 'Vue'), { is_hidden: true });
    say(ledger, idOf(ledger, 'Tesco', '06'), { is_flipped: true });
    assert.deepEqual(flowOf(ledger).month, {
      month: '2026-01',
      in_minor: 204_000,
      out_minor: -1_000,
      count: 3,
    });
    assert.deepEqual(spent(ledger, 'merchant'), [['Tesco', 'merchant', 1_000, 1]]);
  });

  test('count a row in again that the user puts into a category: to them it is no transfer', (t) => {
    const ledger = january(t);
    say(ledger, idOf(ledger, 'TO SAVINGS'), { own_category: 'Pension' });
    assert.equal(flowOf(ledger).transfers.count, 0);
    assert.deepEqual(spent(ledger, 'category')[0], ['Pension', 'own', 25_000, 1]);
  });

  test('go by the user\u2019s category, then by the bank\u2019s finer one', (t) => {
    const ledger = january(t);
    assert.deepEqual(spent(ledger, 'category'), [
      ['Shopping', 'classification', 5_000, 2],
      ['Entertainment', 'classification', 2_500, 1],
    ]);
    say(ledger, idOf(ledger, 'Tesco', '07'), { own_category: 'Groceries' });
    assert.deepEqual(spent(ledger, 'category'), [
      ['Shopping', 'classification', 4_000, 1],
      ['Entertainment', 'classification', 2_500, 1],
      ['Groceries', 'own', 1_000, 1],
    ]);
  });

  test('of money in show who paid', (t) => {
    const { groups, rest, total_minor } = readSpending(january(t), {
      filter,
      by: 'merchant',
      direction: 'in',
    });
    assert.deepEqual(groups, [{ name: 'SALARY', kind: 'text', minor: 200_000, count: 1 }]);
    assert.deepEqual([rest, total_minor], [{ groups: 0, minor: 0, count: 0 }, 200_000]);
  });
});
