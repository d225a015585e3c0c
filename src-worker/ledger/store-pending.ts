import type { AnsweredWindow, StoredPendingSet } from '../engine/account-ledger.ts';
import { allDays } from '../identity/asked-days.ts';
import type { KnownRow } from '../identity/known-row.ts';
import { planAnswer } from '../identity/plan-answer.ts';
import { bookedTwins } from '../identity/settle-pending.ts';
import type { AccountRefs } from './account-refs.ts';
import { addToCounters } from './job-counters.ts';
import type { WritingDatabase } from './ledger-database.ts';
import { applyPlan } from './rows/apply-plan.ts';
import { loadBookedCandidates } from './rows/booked-candidates.ts';
import { countsOf } from './rows/counts-of-plan.ts';
import { loadKnownPending } from './rows/load-known-rows.ts';
import { markSeen } from './rows/mark-seen.ts';
import { compressBody, insertRawPage } from './rows/raw-page.ts';
import { recordChanges } from './rows/record-changes.ts';
import { settlePendingRows, type SettlingTarget } from './rows/settle-pending-rows.ts';
import { takeBackTentativeLinks } from './rows/tentative-links.ts';
import { withoutSettledByUser } from './rows/settled-by-user.ts';

/** Why a pending row went that is not known to be booked. */
const goneReason = 'gone-from-pending';

/**
 * The bank's whole pending set: the truth about what is pending. Rows that are already in the ledger as booked are
 * not stored a second time (some banks keep sending them for a day); they count as duplicates.
 */
export function storePending(
  db: WritingDatabase,
  refs: AccountRefs,
  answer: Omit<AnsweredWindow, 'range'>,
  nowIso: string,
): StoredPendingSet {
  const compressed = compressBody(answer.rawBody);
  return db
    .transaction((): StoredPendingSet => {
      const pageRef = insertRawPage(db, refs, answer, compressed);
      const target = { ...refs, pageRef, nowIso };
      const tentativeBefore = takeBackTentativeLinks(db, refs.accountRef);
      const twins = bookedTwins(loadBookedCandidates(db, refs.accountRef, answer.rows));
      const sent = withoutSettledByUser(db, refs.accountRef, answer.rows).filter(
        (row) => twins.of(row) === undefined,
      );
      const plan = planAnswer({
        known: loadKnownPending(db, refs.accountRef, sent),
        sent,
        asked: allDays,
        space: 'pending:',
        isWhole: answer.rejectedRows === 0,
      });
      applyPlan(db, plan, { ...target, status: 'pending', removedReason: goneReason });
      markSeen(db, { accountRef: refs.accountRef, pageRef, sent, isWhole: answer.rejectedRows === 0 });
      const settled = settleGone(db, { ...target, tentativeBefore }, plan.remove);
      const counts = countsOf(plan);
      const stored = {
        ...counts,
        duplicates: counts.duplicates + answer.rows.length - sent.length,
        removed: plan.remove.length - settled.explained.length,
      };
      addToCounters(db, refs, { ...stored, pages: 0 });
      return { ...stored, unexplainedSince: settled.unexplainedSince };
    })
    .immediate();
}

/** Says of each row that went whether it was booked, and records the others as gone. */
function settleGone(
  db: WritingDatabase,
  target: SettlingTarget & { readonly tentativeBefore: ReadonlyMap<number, number> },
  gone: readonly KnownRow[],
): { readonly explained: readonly KnownRow[]; readonly unexplainedSince: string | null } {
  const settlements = settlePendingRows(db, target);
  const settled = new Set(settlements.map(({ pendingRef }) => pendingRef));
  const explained = gone.filter(({ ref }) => settled.has(ref));
  const vanished = gone.filter(({ ref }) => !settled.has(ref));
  const goneRefs = new Set(gone.map(({ ref }) => ref));
  const stillPending = [...target.tentativeBefore].filter(([ref]) => !goneRefs.has(ref) && !settled.has(ref));
  recordChanges(
    db,
    [
      ...vanished.map(
        ({ ref }) => ({ rowRef: ref, kind: 'removed', reason: goneReason, fields: {} }) as const,
      ),
      ...stillPending.map(
        ([rowRef, becameRef]) =>
          ({ rowRef, kind: 'unsettled', reason: 'still-pending', fields: {}, becameRef }) as const,
      ),
    ],
    target,
  );
  const sure = new Set(
    settlements.filter(({ confidence }) => confidence !== 'doubtful').map(({ pendingRef }) => pendingRef),
  );
  const unexplained = gone.filter(({ ref }) => !sure.has(ref)).map(({ date }) => date);
  return { explained, unexplainedSince: unexplained.toSorted()[0] ?? null };
}
