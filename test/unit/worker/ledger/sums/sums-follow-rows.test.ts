import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { setAccountSign } from '../../../../../src-worker/ledger/account-sign.ts';
import { readBalanceLines } from '../../../../../src-worker/ledger/insights/balance-lines.ts';
import { readCashFlow } from '../../../../../src-worker/ledger/insights/cash-flow.ts';
import { readSpending } from '../../../../../src-worker/ledger/insights/spending.ts';
import type { Ledger } from '../../../../../src-worker/ledger/open-ledger.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { judgeCompleteness } from '../../../../../src-worker/ledger/completeness/judge-completeness.ts';
import { refreshSums } from '../../../../../src-worker/ledger/sums/refresh-sums.ts';
import { undoJob } from '../../../../../src-worker/ledger/undo/undo-job.ts';
import { decodePage } from '../../../../../src-worker/source/decode-rows.ts';
import { type PageStage, pageStage } from '../../../../support/page-stage.ts';
import { withoutSums } from '../../../../support/without-sums.ts';

const day = fc
  .integer({ min: 0, max: 80 })
  .map((after) => new Date(Date.UTC(2025, 10, 1 + after)).toISOString().slice(0, 10));
const amount = fc.constantFrom(-3, -2, -1, 0, 1, 2, 3);
const sent = fc.tuple(day, amount, fc.constantFrom('SHOP', 'RENT', 'PAY'));
const rows = fc.array(sent, { maxLength: 12 });
const step = fc.oneof(
  fc.record({ do: fc.constant('sync' as const), booked: rows, pending: fc.option(rows, { nil: undefined }) }),
  fc.record({ do: fc.constant('undo' as const), pick: fc.nat() }),
  fc.record({
    do: fc.constant('say' as const),
    pick: fc.nat(),
    is_hidden: fc.boolean(),
    is_flipped: fc.boolean(),
    own_category: fc.constantFrom(null, 'Home'),
  }),
  fc.record({
    do: fc.constant('sign' as const),
    sign: fc.constantFrom('as-sent' as const, 'reversed' as const),
  }),
  fc.record({ do: fc.constant('delete' as const) }),
  fc.record({ do: fc.constant('refresh' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const wide = { from: '2025-11-01', to: '2026-01-31' };
const ranges = [wide, { from: '2025-11-10', to: '2026-01-10' }, { from: '2025-12-01', to: '2025-12-31' }];
const nowIso = '2026-02-01T10:00:00.000Z';

/** Everything that is read off the sums. */
const told = (ledger: Ledger): unknown => [
  ...ranges.map((range) => {
    const filter = { currency: 'GBP', ...range };
    return [
      readCashFlow(ledger, filter),
      readCashFlow(ledger, { ...filter, accountIds: ['acc'] }),
      ...(['category', 'merchant'] as const).flatMap((by) =>
        (['in', 'out'] as const).map((direction) => readSpending(ledger, { filter, by, direction })),
      ),
      readBalanceLines(ledger.db, { currency: null }, range),
    ];
  }),
  judgeCompleteness(ledger, undefined, nowIso),
];

function take({ ledger, sync, laterIso }: PageStage, next: Step, jobs: string[]): void {
  switch (next.do) {
    case 'sync':
      jobs.push(sync({ days: wide, booked: next.booked, ...(next.pending && { pending: next.pending }) }));
      return;
    case 'undo': {
      const jobId = jobs[next.pick % Math.max(1, jobs.length)];
      if (jobId !== undefined) undoJob(ledger, { jobId, apply: true, nowIso: laterIso() }, decodePage);
      return;
    }
    case 'say': {
      const refs = ledger.db.prepare<[], number>('SELECT ref FROM transactions ORDER BY ref').pluck().all();
      const ref = refs[next.pick % Math.max(1, refs.length)];
      const { is_hidden, is_flipped, own_category } = next;
      if (ref !== undefined) {
        annotateTransactions(ledger, [ref], { is_hidden, is_flipped, own_category }, laterIso());
      }
      return;
    }
    case 'sign':
      setAccountSign(ledger, 'acc', next.sign, laterIso());
      return;
    case 'delete':
      // As forgetting a connection does it; the numbers of the last rows are given out again.
      ledger.db.exec(`DELETE FROM overlays;
        DELETE FROM transactions WHERE ref > (SELECT max(ref) - 3 FROM transactions)
          AND ref NOT IN (SELECT became_ref FROM transactions WHERE became_ref IS NOT NULL)`);
      return;
    case 'refresh':
      refreshSums(ledger.db);
  }
}

test('kept sums tell what the rows tell, whatever happens to the rows and whenever the sums are refreshed', (t) => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const stage = pageStage(t);
      const { ledger } = stage;
      const jobs: string[] = [];
      for (const next of [...steps, { do: 'refresh' } as const]) {
        take(stage, next, jobs);
        assert.deepEqual(
          told(ledger),
          withoutSums(ledger, () => told(ledger)),
        );
      }
      const stale = ledger.db.prepare('SELECT count(*) FROM sums_stale').pluck().get();
      assert.equal(stale, 0);
      ledger.close();
    }),
    { numRuns: 10 },
  );
});
