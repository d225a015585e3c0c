import type { OverlayChange } from '#shared/transaction-list.ts';
import type { Ledger } from '../open-ledger.ts';
import { writeUsersWord } from '../users-word.ts';

/**
 * Writes what the user says about some rows. What the change leaves out stays as it is; `null` says that there is none,
 * also where a booked row shows what was said about the pending one it was. All of them or none, in one transaction.
 *
 * @returns how many rows there were to write about: ids of no row are passed over, since a row may have been forgotten
 * since the list was shown.
 */
export function annotateTransactions(
  { db }: Ledger,
  ids: readonly number[],
  change: OverlayChange,
  nowIso: string,
): number {
  const annotate = db.transaction(
    () =>
      db
        .prepare(
          `INSERT INTO overlays (transaction_ref, note, own_category, is_flipped, is_hidden, created_at, updated_at)
             SELECT t.ref, @note, @category, @flipped, @hidden, @now, @now
             FROM json_each(@ids) j CROSS JOIN transactions t ON t.ref = j.value
             WHERE true
             ON CONFLICT (transaction_ref) DO UPDATE SET
               note = coalesce(excluded.note, note), own_category = coalesce(excluded.own_category, own_category),
               is_flipped = coalesce(excluded.is_flipped, is_flipped), is_hidden = coalesce(excluded.is_hidden, is_hidden),
               updated_at = excluded.updated_at`,
        )
        .run({
          ids: JSON.stringify([...new Set(ids)]),
          note: said(change.note),
          category: said(change.own_category),
          flipped: change.is_flipped === undefined ? null : Number(change.is_flipped),
          hidden: change.is_hidden === undefined ? null : Number(change.is_hidden),
          now: nowIso,
        }).changes,
  );
  return writeUsersWord(db, () => annotate.immediate());
}

/** As the table keeps it: NULL is nothing said, the empty text that there is none. */
const said = (text: string | null | undefined): string | null => (text === undefined ? null : (text ?? ''));
