import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Ledger } from '../../../../src-worker/ledger/open-ledger.ts';
import { pageTransactions, type TransactionPage } from '../../../../src-worker/ledger/page-transactions.ts';
import { listTransactions } from '../../../../src-worker/ledger/view-rows.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { accountIn, answered, temporaryLedger } from '../../../support/ledger-fixture.ts';

const rows = Array.from({ length: 30 }, (_, at) =>
  bankRow({
    date: `2026-01-${String(1 + (at % 10)).padStart(2, '0')}`,
    description: at % 3 === 0 ? `CARD_${at} 100%` : `TRANSFER ${at}`,
    merchant: at % 5 === 0 ? 'Corner Shop' : null,
    transactionId: `t${at}`,
    normalisedId: `n${at}`,
  }),
);

/** Thirty rows in one account, two of them no longer sent by the bank. */
function filled(t: TestContext): Ledger {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger, ['acc', 'other']);
  account.storeWindow(answered(rows));
  account.storeWindow(answered(rows.slice(0, 28)));
  return ledger;
}

describe('a page of transactions', () => {
  const wishes: readonly { readonly wish: Partial<TransactionPage>; readonly total: number }[] = [
    { wish: {}, total: 28 },
    { wish: { accountId: 'acc' }, total: 28 },
    { wish: { accountId: 'other' }, total: 0 },
    { wish: { accountId: 'unknown' }, total: 0 },
    { wish: { search: 'corner' }, total: 6 },
    { wish: { accountId: 'acc', search: 'transfer' }, total: 18 },
    { wish: { search: '_' }, total: 10 },
    { wish: { search: '100%' }, total: 10 },
    { wish: { search: '' }, total: 28 },
    { wish: { search: "' OR 1=1 --" }, total: 0 },
  ];
  for (const { wish, total } of wishes) {
    test(`${JSON.stringify(wish)}: pages put together are the whole list, in its order, and the total says how long it is`, (t) => {
      const ledger = filled(t);
      const ids: number[] = [];
      for (let offset = 0; offset < 35; offset += 7) {
        const page = pageTransactions(ledger, { ...wish, offset, limit: 7 });
        assert.equal(page.total, total);
        ids.push(...page.rows.map(({ id }) => id));
      }
      assert.deepEqual(
        ids,
        listTransactions(ledger, wish, 1000).map(({ id }) => id),
      );
      assert.equal(ids.length, total);
    });
  }

  for (const accountId of [undefined, 'acc']) {
    test(`${accountId ?? 'all accounts'}: found by walking an index, without sorting the ledger`, (t) => {
      const { db } = filled(t);
      const sources: string[] = [];
      const watched = new Proxy(db, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          if (name !== 'prepare' || typeof value !== 'function') return value;
          return (source: string): unknown => {
            sources.push(source);
            return Reflect.apply(value, target, [source]);
          };
        },
      });
      pageTransactions({ path: '', db: watched, close: () => undefined }, { accountId, offset: 5, limit: 5 });
      const source = sources.find((each) => each.includes('OFFSET')) ?? '';
      const plan = db
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`)
        .all(...Array.from(source.matchAll(/\?/g), () => 1))
        .map(({ detail }) => detail);
      const walked = plan.filter((step) => /(SCAN|SEARCH) transactions\b/.test(step));
      assert.equal(walked.length, 1, plan.join('\n'));
      assert.match(walked[0] ?? '', accountId === undefined ? /transactions_newest/ : /transactions_by_day/);
      // The page itself, at most 500 rows, is put in order once more; rows of one instant are while walking.
      assert.equal(
        plan.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY')).length,
        1,
        plan.join('\n'),
      );
    });
  }
});
