import { type DayRange, earlierDay, laterDay } from '#shared/calendar-day.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { firstOf, lastOf } from './month-days.ts';
import { readStaleMonths } from './stale-months.ts';

/** What some days of some accounts are put together from; both as JSON for `json_each`. */
export interface MonthsToRead {
  /** `[account_ref, month]`: whole and up to date, so that their sums stand for all their rows. */
  readonly summed: string;
  /** `[account_ref, from, to]`: days whose rows have to be read. */
  readonly rows: string;
}

/** `null`: there are no sums, all rows have to be read. */
export function monthsToRead(
  db: ReadingDatabase,
  accountRefs: readonly number[],
  { from, to }: DayRange,
): MonthsToRead | null {
  const stale = readStaleMonths(db);
  if (stale === null) return null;
  const wanted = new Set(accountRefs);
  const summed: (readonly [number, string])[] = [];
  const rows: (readonly [number, string, string])[] = [];
  const readRows = (accountRef: number, month: string): void => {
    rows.push([accountRef, laterDay(from, firstOf(month)), earlierDay(to, lastOf(month))]);
  };
  const kept = db
    .prepare<[string, string], [number, string, string, string]>(
      'SELECT account_ref, month, min_day, max_day FROM sums_months WHERE month BETWEEN ? AND ?',
    )
    .raw()
    .all(from.slice(0, 7), to.slice(0, 7));
  for (const [accountRef, month, minDay, maxDay] of kept) {
    if (!wanted.has(accountRef) || stale.has(accountRef, month)) continue;
    if (minDay >= from && maxDay <= to) summed.push([accountRef, month]);
    else readRows(accountRef, month);
  }
  for (const [accountRef, month] of stale.all) {
    if (wanted.has(accountRef) && month >= from.slice(0, 7) && month <= to.slice(0, 7)) {
      readRows(accountRef, month);
    }
  }
  return { summed: JSON.stringify(summed), rows: JSON.stringify(rows) };
}
