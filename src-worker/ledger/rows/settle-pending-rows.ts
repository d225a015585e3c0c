import { matchSettlements, type Settlement } from '../../identity/match-settlements.ts';
import type { WritingDatabase } from '../ledger-database.ts';
import { loadBookedCandidates } from './booked-candidates.ts';
import { loadPendingToSettle, loadRefusedPairs, type LinkedPending } from './pending-to-settle.ts';
import { type ChangeSource, recordChanges, type RowChange } from './record-changes.ts';

/** Where, and what signs the links. `tentativeBefore`: links a window made, which this page decides about. */
export interface SettlingTarget extends ChangeSource {
  readonly accountRef: number;
  readonly pageRef: number;
  readonly tentativeBefore?: ReadonlyMap<number, number>;
}

/**
 * Links pending rows with the booked rows they have become, so that nothing is counted twice. Not counted as
 * removed: the row is still there, as the booked one it became. Inside the caller's transaction.
 *
 * @returns the links of rows that had none, or another.
 */
export function settlePendingRows(db: WritingDatabase, target: SettlingTarget): readonly Settlement[] {
  const pending = loadPendingToSettle(db, target.accountRef, target.nowIso);
  if (pending.length === 0) return [];
  const settlements = matchSettlements(
    pending,
    loadBookedCandidates(db, target.accountRef, pending),
    loadRefusedPairs(db, pending),
  );
  const byRef = new Map(pending.map((row) => [row.ref, row]));
  const found = settlements.filter(
    ({ pendingRef, bookedRef }) => byRef.get(pendingRef)?.becameRef !== bookedRef,
  );
  const takenAway = linksTakenAway(pending, settlements);
  unlink(db, takenAway);
  link(db, found, byRef, target);
  const isNew = ({ pendingRef, bookedRef }: Settlement): boolean =>
    target.tentativeBefore?.get(pendingRef) !== bookedRef;
  recordChanges(
    db,
    [...takenAway.map((row) => unsettled(row, 'better-match')), ...found.filter(isNew).map(settled)],
    target,
  );
  return found;
}

const settled = ({ pendingRef, bookedRef, confidence, reason }: Settlement): RowChange => ({
  rowRef: pendingRef,
  kind: 'settled',
  reason,
  fields: {},
  becameRef: bookedRef,
  confidence,
});

const unsettled = (row: LinkedPending, reason: string): RowChange => ({
  rowRef: row.ref,
  kind: 'unsettled',
  reason,
  fields: {},
  ...(row.becameRef === null ? {} : { becameRef: row.becameRef }),
});

/** Doubtful links whose row, or whose booked row, now belongs to another. */
function linksTakenAway(
  pending: readonly LinkedPending[],
  settlements: readonly Settlement[],
): readonly LinkedPending[] {
  const bookedOf = new Map(settlements.map(({ pendingRef, bookedRef }) => [pendingRef, bookedRef]));
  const taken = new Set(bookedOf.values());
  return pending.filter(({ ref, becameRef }) => {
    if (becameRef === null || bookedOf.get(ref) === becameRef) return false;
    return bookedOf.has(ref) || taken.has(becameRef);
  });
}

function unlink(db: WritingDatabase, rows: readonly LinkedPending[]): void {
  if (rows.length === 0) return;
  const update = db.prepare(
    `UPDATE transactions SET removed_reason = 'gone-from-pending', became_ref = NULL, became_confidence = NULL,
       became_reason = NULL, is_tentative = 0 WHERE ref = ?`,
  );
  for (const { ref } of rows) update.run(ref);
}

/** A row that is pending as far as is known is linked until the pending set says better. */
function link(
  db: WritingDatabase,
  found: readonly Settlement[],
  pending: ReadonlyMap<number, LinkedPending>,
  { nowIso, pageRef }: SettlingTarget,
): void {
  const update = db.prepare(
    `UPDATE transactions
     SET removed_at = coalesce(removed_at, ?), removed_reason = 'booked', became_ref = ?, became_confidence = ?,
         became_reason = ?, is_tentative = ?, updated_at = ?, last_page_ref = ?
     WHERE ref = ?`,
  );
  for (const { pendingRef, bookedRef, confidence, reason } of found) {
    const isTentative = confidence === 'likely' && pending.get(pendingRef)?.isGone === false;
    update.run(nowIso, bookedRef, confidence, reason, isTentative ? 1 : 0, nowIso, pageRef, pendingRef);
  }
}
