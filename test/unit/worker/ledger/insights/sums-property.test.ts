import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCashFlow } from '../../../../../src-worker/ledger/insights/cash-flow.ts';
import { findTransfers } from '../../../../../src-worker/ledger/insights/find-transfers.ts';
import { readSpending } from '../../../../../src-worker/ledger/insights/spending.ts';
import { openAccountLedger } from '../../../../../src-worker/ledger/account-ledger-on-sqlite.ts';
import type { Ledger } from '../../../../../src-worker/ledger/open-ledger.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import { accountIn, answered, nowIso, temporaryLedger } from '../../../../support/ledger-fixture.ts';

const filter = { currency: 'GBP', from: '2026-01-03', to: '2026-01-28' };
const row = fc.record({
  date: fc.integer({ min: 1, max: 31 }).map((day) => `2026-01-${String(day).padStart(2, '0')}`),
  amountMinor: fc.constantFrom(-300, -200, -100, 100, 200, 300),
  category: fc.constantFrom('PURCHASE', 'TRANSFER', 'CREDIT'),
  currency: fc.constantFrom('GBP', 'GBP', 'EUR'),
  merchant: fc.constantFrom(null, 'Tesco', 'Vue'),
});
const said = fc.record({
  place: fc.nat({ max: 19 }),
  is_hidden: fc.boolean(),
  is_flipped: fc.boolean(),
  own_category: fc.constantFrom(null, 'Home'),
});

interface Shown {
  readonly id: number;
  readonly amount: number;
}

/** What the public view shows of these days, transfers taken out: the sums the slow way. */
function naiveSums(ledger: Ledger): { readonly in: number; readonly out: number; readonly count: number } {
  const leftOut = new Set(findTransfers(ledger.db, filter).refs);
  const rows = ledger.db
    .prepare<string[], Shown>(
      'SELECT id, amount_minor AS amount FROM transactions_v1 WHERE date BETWEEN ? AND ? AND currency = ?',
    )
    .all(filter.from, filter.to, filter.currency)
    .filter(({ id }) => !leftOut.has(id));
  const sum = (of: (amount: number) => number): number =>
    rows.reduce((all, { amount }) => all + of(amount), 0);
  return { in: sum((each) => Math.max(each, 0)), out: sum((each) => Math.min(each, 0)), count: rows.length };
}

test('sums agree with the public view, whatever the user hides, turns and files', (t) => {
  const ledger = temporaryLedger(t);
  const { jobId, storeWindow } = accountIn(ledger, ['a', 'b']);
  const other = openAccountLedger(ledger, {
    connectionId: 'c1',
    accountId: 'b',
    jobId,
    nowIso: () => nowIso,
  });
  const rows = fc.array(row, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(rows, rows, fc.array(said, { maxLength: 8 }), (ofA, ofB, overlays) => {
      ledger.db.exec('DELETE FROM overlays');
      storeWindow(answered(ofA.map(bankRow)));
      other.storeWindow(answered(ofB.map(bankRow)));
      const live = ledger.db
        .prepare<[], number>('SELECT ref FROM transactions WHERE removed_at IS NULL ORDER BY ref')
        .pluck()
        .all();
      for (const { place, ...change } of overlays) {
        const id = live[place % live.length];
        if (id !== undefined) annotateTransactions(ledger, [id], change, nowIso);
      }
      const naive = naiveSums(ledger);
      const [month] = readCashFlow(ledger, filter).months;
      assert.deepEqual({ in: month?.in_minor, out: month?.out_minor, count: month?.count }, naive);
      for (const by of ['category', 'merchant'] as const) {
        assert.equal(readSpending(ledger, { filter, by, direction: 'out' }).total_minor, 0 - naive.out);
        assert.equal(readSpending(ledger, { filter, by, direction: 'in' }).total_minor, naive.in);
      }
    }),
    { numRuns: 40 },
  );
});
