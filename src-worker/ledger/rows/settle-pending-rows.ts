import type { StableIds } from '../../identity/known-row.ts';
import { bookedTwins } from '../../identity/settle-pending.ts';
import type { WritingDatabase } from '../ledger-database.ts';
import { loadBookedCandidates } from './booked-candidates.ts';

/**
 * Marks live pending rows that are booked by now, so that nothing is counted twice. Not counted as removed: the row
 * is still there, as the booked one it became.
 */
export function settlePendingRows(
  db: WritingDatabase,
  target: { readonly accountRef: number; readonly pageRef: number; readonly nowIso: string },
): void {
  const pending = db
    .prepare<[number], StableIds & { readonly ref: number; readonly date: string }>(
      `SELECT ref, date, normalised_id AS normalisedId, provider_id AS providerId FROM transactions
       WHERE account_ref = ? AND status = 'pending' AND removed_at IS NULL`,
    )
    .all(target.accountRef);
  if (pending.length === 0) return;
  const twins = bookedTwins(loadBookedCandidates(db, target.accountRef, pending));
  const settle = db.prepare(
    `UPDATE transactions
     SET removed_at = ?, removed_reason = 'booked', became_ref = ?, updated_at = ?, last_page_ref = ?
     WHERE ref = ?`,
  );
  for (const row of pending) {
    const booked = twins.of(row);
    if (booked !== undefined) settle.run(target.nowIso, booked.ref, target.nowIso, target.pageRef, row.ref);
  }
}
