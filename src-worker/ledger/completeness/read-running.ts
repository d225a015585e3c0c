import type { ReadingDatabase } from '../ledger-database.ts';
import type { RunningRow } from './day-figures.ts';

/** An account and the one currency its rows are judged in. */
interface AccountRef {
  readonly ref: number;
  readonly currency: string;
}

/** Live booked rows, oldest first; none when the bank gives no running balances. `turned`: to be counted the other way. */
export function readRunning(
  db: ReadingDatabase,
  { ref, currency }: AccountRef,
  turned: ReadonlySet<number>,
): readonly RunningRow[] {
  const some = db
    .prepare<[number], { readonly found: number }>(
      `SELECT 1 AS found FROM transactions
       WHERE account_ref = ? AND status = 'booked' AND running_balance_minor IS NOT NULL LIMIT 1`,
    )
    .get(ref);
  if (some === undefined) return [];
  const rows = db
    .prepare<[number, string], RunningRow & { readonly ref: number }>(
      `SELECT ref, date AS day, amount_minor AS amountMinor, running_balance_minor AS runningMinor
       FROM transactions
       WHERE account_ref = ? AND removed_at IS NULL AND status = 'booked' AND currency = ?
       ORDER BY date, timestamp_utc, ref`,
    )
    .all(ref, currency);
  if (turned.size === 0) return rows;
  return rows.map((row) => (turned.has(row.ref) ? { ...row, amountMinor: -row.amountMinor } : row));
}

/** Rows of the account whose sign the user turned. */
export const turnedRows = (db: ReadingDatabase, { ref }: AccountRef): ReadonlySet<number> =>
  new Set(
    db
      .prepare<[number], { readonly ref: number }>(
        `SELECT t.ref FROM shown_overlays o CROSS JOIN transactions t ON t.ref = o.transaction_ref
         WHERE o.is_flipped = 1 AND t.account_ref = ?`,
      )
      .all(ref)
      .map((row) => row.ref),
  );
