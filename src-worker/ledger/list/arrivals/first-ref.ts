import type { ReadingDatabase } from '../../ledger-database.ts';

/**
 * Rows are numbered in the order they came, so that where something begins to hold for all that follow is found by halving:
 * some twenty rows read out of a million. There is no index on when a row came, or with which page, since every sync would
 * pay for it.
 *
 * @param next the first row with this number or a larger one
 * @returns the lowest number from which on `holds`; one more than the last number when it holds for none
 */
export function firstRef<R extends { readonly ref: number }>(
  db: ReadingDatabase,
  next: (ref: number) => R | undefined,
  holds: (row: R) => boolean,
): number {
  let low = 0;
  let high = 1 + (db.prepare<[], number | null>('SELECT max(ref) FROM transactions').pluck().get() ?? 0);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = next(middle);
    if (row === undefined || holds(row)) high = middle;
    else low = row.ref + 1;
  }
  return low;
}

/** The number from which on rows came after `sinceIso`, rows that a replay or an undo put back then among them. */
export function firstRefAfter(db: ReadingDatabase, sinceIso: string): number {
  const next = db.prepare<[number], { ref: number; firstSeenAt: string }>(
    'SELECT ref, first_seen_at AS firstSeenAt FROM transactions WHERE ref >= ? ORDER BY ref LIMIT 1',
  );
  return firstRef(
    db,
    (ref) => next.get(ref),
    ({ firstSeenAt }) => firstSeenAt > sinceIso,
  );
}
