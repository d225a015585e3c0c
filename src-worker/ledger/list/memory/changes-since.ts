import type { ReadingDatabase } from '../../ledger-database.ts';

/** The number of the last change of a listed row; 0: there was none. */
export const lastChange = (db: ReadingDatabase): number =>
  db.prepare<[], number | null>('SELECT max(seq) FROM list_changes').pluck().get() ?? 0;

/** The rows changed after change number `seq`. `null`: more than `most`, or rows are gone altogether. */
export function changesSince(
  db: ReadingDatabase,
  seq: number,
  most: number,
): { readonly seq: number; readonly refs: readonly number[] } | null {
  const now = lastChange(db);
  if (now === seq) return { seq, refs: [] };
  const refs = db
    .prepare<[number, number], number>(
      'SELECT transaction_ref FROM list_changes WHERE seq > ? ORDER BY seq LIMIT ?',
    )
    .pluck()
    .all(seq, most + 1);
  return refs.length > most || refs.includes(0) ? null : { seq: now, refs };
}
