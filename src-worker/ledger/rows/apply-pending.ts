import type { StoredPendingSet } from '../../engine/account-ledger.ts';
import { allDays } from '../../identity/asked-days.ts';
import type { KnownRow } from '../../identity/known-row.ts';
import { planAnswer } from '../../identity/plan-answer.ts';
import { bookedTwins } from '../../identity/settle-pending.ts';
import type { WritingDatabase } from '../ledger-database.ts';
import { applyPlan } from './apply-plan.ts';
import type { AppliedPage, ReadWindow } from './apply-window.ts';
import { loadBookedCandidates } from './booked-candidates.ts';
import { countsOf } from './counts-of-plan.ts';
import { loadKnownPending } from './load-known-rows.ts';
import { markSeen } from './mark-seen.ts';
import { recordChanges } from './record-changes.ts';
import { settlePendingRows, type SettlingTarget } from './settle-pending-rows.ts';
import { withoutSettledByUser } from './settled-by-user.ts';
import { takeBackTentativeLinks } from './tentative-links.ts';

/** Why a pending row went that is not known to be booked. */
const goneReason = 'gone-from-pending';

/**
 * Compares the bank's pending set with the rows there are and changes them. Rows that are already in the ledger as
 * booked are not stored a second time (some banks keep sending them for a day); they count as duplicates. Inside the
 * caller's transaction; replay does the same.
 */
export function applyPending(
  db: WritingDatabase,
  target: SettlingTarget,
  answer: Omit<ReadWindow, 'range'>,
): AppliedPage & Pick<StoredPendingSet, 'unexplainedSince'> {
  const { accountRef, pageRef } = target;
  const isWhole = answer.rejectedRows === 0;
  const tentativeBefore = takeBackTentativeLinks(db, accountRef);
  const twins = bookedTwins(loadBookedCandidates(db, accountRef, answer.rows));
  const sent = withoutSettledByUser(db, accountRef, answer.rows).filter((row) => twins.of(row) === undefined);
  const known = loadKnownPending(db, accountRef, sent);
  const plan = planAnswer({ known, sent, asked: allDays, space: 'pending:', isWhole });
  applyPlan(db, plan, { ...target, status: 'pending', removedReason: goneReason });
  markSeen(db, { accountRef, pageRef, sent, isWhole });
  const settled = settleGone(db, { ...target, tentativeBefore }, plan.remove);
  const counts = countsOf(plan);
  return {
    ...counts,
    duplicates: counts.duplicates + answer.rows.length - sent.length,
    removed: plan.remove.length - settled.explained,
    settled: settled.newLinks,
    unexplainedSince: settled.unexplainedSince,
  };
}

/** What became of rows that went. */
interface SettledGone {
  /** How many of them a booked row explains. */
  readonly explained: number;
  /** Links that no window had made before. */
  readonly newLinks: number;
  readonly unexplainedSince: string | null;
}

/** Says of each row that went whether it was booked, and records the others as gone. */
function settleGone(
  db: WritingDatabase,
  target: SettlingTarget & { readonly tentativeBefore: ReadonlyMap<number, number> },
  gone: readonly KnownRow[],
): SettledGone {
  const { tentativeBefore } = target;
  const settlements = settlePendingRows(db, target);
  const settled = new Set(settlements.map(({ pendingRef }) => pendingRef));
  const vanished = gone.filter(({ ref }) => !settled.has(ref));
  const goneRefs = new Set(gone.map(({ ref }) => ref));
  const stillPending = [...tentativeBefore].filter(([ref]) => !goneRefs.has(ref) && !settled.has(ref));
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
  return {
    explained: gone.length - vanished.length,
    newLinks: settlements.filter(({ pendingRef, bookedRef }) => tentativeBefore.get(pendingRef) !== bookedRef)
      .length,
    unexplainedSince: unexplained.toSorted()[0] ?? null,
  };
}
