import type { WritingDatabase } from '../ledger-database.ts';

/**
 * Takes back the links that windows made since the last pending set, before that set is compared: now the bank says
 * itself what is still pending. Inside the caller's transaction.
 *
 * @returns pending row -> booked row, as they were.
 */
export function takeBackTentativeLinks(db: WritingDatabase, accountRef: number): ReadonlyMap<number, number> {
  const links = db
    .prepare<[number], { readonly pendingRef: number; readonly bookedRef: number }>(
      `SELECT ref AS pendingRef, became_ref AS bookedRef FROM transactions
       WHERE account_ref = ? AND is_tentative = 1`,
    )
    .all(accountRef);
  if (links.length === 0) return new Map();
  db.prepare(
    `UPDATE transactions SET removed_at = NULL, removed_reason = NULL, became_ref = NULL, became_confidence = NULL,
       became_reason = NULL, is_tentative = 0
     WHERE account_ref = ? AND is_tentative = 1`,
  ).run(accountRef);
  return new Map(links.map(({ pendingRef, bookedRef }) => [pendingRef, bookedRef]));
}
