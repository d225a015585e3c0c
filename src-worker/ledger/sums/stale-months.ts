import type { ReadingDatabase } from '../ledger-database.ts';
import { sums } from '../migrations/0021-sums.ts';
import { schemaVersion } from '../schema-version.ts';

/** With more rows behind than this, looking for their months takes longer than the sums save. */
const mostBehind = 100_000;

/** Months of accounts whose kept sums are not to be used: something in them came or changed. */
export interface StaleMonths {
  readonly all: readonly (readonly [accountRef: number, month: string])[];
  readonly has: (accountRef: number, month: string) => boolean;
  /** Oldest first. */
  readonly of: (accountRef: number) => readonly string[];
}

/**
 * What to read rows of instead of sums. Inside the transaction that reads the sums, or a sync may come in between.
 * `null`: there are no sums to speak of, as in an older ledger that may only be read.
 */
export function readStaleMonths(db: ReadingDatabase): StaleMonths | null {
  if (schemaVersion(db) < sums.version) return null;
  const until = db.prepare<[], number>('SELECT ref FROM sums_until').pluck().get() ?? 0;
  const newest = db.prepare<[], number>('SELECT coalesce(max(ref), 0) FROM transactions').pluck().get() ?? 0;
  if (newest - until > mostBehind) return null;
  // By number: an index that holds all it wants would be read as a whole.
  const all = db
    .prepare<[number], [number, string]>(
      `SELECT account_ref, month FROM sums_stale
       UNION SELECT account_ref, substr(date, 1, 7) FROM transactions NOT INDEXED WHERE ref > ? ORDER BY 1, 2`,
    )
    .raw()
    .all(until);
  const keys = new Set(all.map(([accountRef, month]) => `${String(accountRef)} ${month}`));
  return {
    all,
    has: (accountRef, month) => keys.has(`${String(accountRef)} ${month}`),
    of: (accountRef) => all.filter(([ref]) => ref === accountRef).map(([, month]) => month),
  };
}
