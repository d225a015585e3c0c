import type { AnsweredWindow, StoredCounts } from '../engine/account-ledger.ts';
import { allDays } from '../identity/asked-days.ts';
import { planAnswer } from '../identity/plan-answer.ts';
import { bookedTwins } from '../identity/settle-pending.ts';
import type { AccountRefs } from './account-refs.ts';
import { addToCounters } from './job-counters.ts';
import type { WritingDatabase } from './ledger-database.ts';
import { applyPlan } from './rows/apply-plan.ts';
import { loadBookedCandidates } from './rows/booked-candidates.ts';
import { countsOf } from './rows/counts-of-plan.ts';
import { loadKnownPending } from './rows/load-known-rows.ts';
import { compressBody, insertRawPage } from './rows/raw-page.ts';
import { settlePendingRows } from './rows/settle-pending-rows.ts';

/**
 * The bank's whole pending set. Rows that are already in the ledger as booked are not stored a second time (some
 * banks keep sending them for a day); they count as duplicates.
 */
export function storePending(
  db: WritingDatabase,
  refs: AccountRefs,
  answer: Omit<AnsweredWindow, 'range'>,
  nowIso: string,
): StoredCounts {
  const compressed = compressBody(answer.rawBody);
  return db
    .transaction((): StoredCounts => {
      const pageRef = insertRawPage(db, refs, answer, compressed);
      const target = { accountRef: refs.accountRef, pageRef, nowIso };
      settlePendingRows(db, target);
      const twins = bookedTwins(loadBookedCandidates(db, refs.accountRef, answer.rows));
      const sent = answer.rows.filter((row) => twins.of(row) === undefined);
      const plan = planAnswer({
        known: loadKnownPending(db, refs.accountRef, sent),
        sent,
        asked: allDays,
        space: 'pending:',
        isWhole: answer.rejectedRows === 0,
      });
      applyPlan(db, plan, { ...target, status: 'pending', removedReason: 'gone-from-pending' });
      const counts = countsOf(plan);
      const withBooked = { ...counts, duplicates: counts.duplicates + answer.rows.length - sent.length };
      addToCounters(db, refs, { ...withBooked, pages: 0 });
      return withBooked;
    })
    .immediate();
}
