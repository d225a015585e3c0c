import type { AnsweredWindow, StoredCounts } from '../engine/account-ledger.ts';
import { windowDays } from '../identity/asked-days.ts';
import { planAnswer } from '../identity/plan-answer.ts';
import type { AccountRefs } from './account-refs.ts';
import { recordCoverage } from './coverage.ts';
import { addToCounters } from './job-counters.ts';
import type { WritingDatabase } from './ledger-database.ts';
import { applyPlan } from './rows/apply-plan.ts';
import { loadKnownBooked } from './rows/load-known-rows.ts';
import { countsOf } from './rows/counts-of-plan.ts';
import { compressBody, insertRawPage } from './rows/raw-page.ts';
import { settlePendingRows } from './rows/settle-pending-rows.ts';

/** One page, whole or not at all: rows, raw page, coverage and counters in one immediate transaction. */
export function storeWindow(
  db: WritingDatabase,
  refs: AccountRefs,
  answer: AnsweredWindow,
  nowIso: string,
): StoredCounts {
  const compressed = compressBody(answer.rawBody);
  return db
    .transaction((): StoredCounts => {
      const pageRef = insertRawPage(db, refs, answer, compressed);
      const plan = planAnswer({
        known: loadKnownBooked(db, refs.accountRef, answer.range, answer.rows),
        sent: answer.rows,
        asked: windowDays(answer.range),
        space: '',
        isWhole: answer.rejectedRows === 0,
      });
      const target = { ...refs, pageRef, nowIso };
      applyPlan(db, plan, { ...target, status: 'booked', removedReason: 'gone-from-window' });
      settlePendingRows(db, target);
      const counts = countsOf(plan);
      recordCoverage(db, refs, {
        range: answer.range,
        outcome: 'answered',
        reason: null,
        rows: answer.rows.length,
        askedAtIso: answer.askedAtIso,
        pageRef,
      });
      addToCounters(db, refs, { ...counts, pages: 1 });
      return counts;
    })
    .immediate();
}
