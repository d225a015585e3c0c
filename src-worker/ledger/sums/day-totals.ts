import type { CalendarDay, DayRange } from '#shared/calendar-day.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { firstOf, lastOf } from './month-days.ts';
import type { StaleMonths } from './stale-months.ts';

/** The rows of one day and currency, as the bank sent them. */
export interface DayTotal {
  readonly date: CalendarDay;
  readonly currency: string;
  /** Booked and pending. */
  readonly live: number;
  readonly removed: number;
  readonly bookedMinor: number;
  /** The running balance of the day's only booked row. */
  readonly closingMinor: number | null;
}

/** Out of the rows. Values: the account, and `[[from, to], ...]`. */
const plainDays = `
  SELECT date, currency, sum(isLive) AS live, sum(1 - isLive) AS removed, sum(isBooked * amount_minor) AS bookedMinor,
         iif(sum(isBooked) = 1, max(iif(isBooked, running_balance_minor, NULL)), NULL) AS closingMinor
  FROM (SELECT t.date, t.currency, t.amount_minor, t.running_balance_minor, t.removed_at IS NULL AS isLive,
               t.removed_at IS NULL AND t.status = 'booked' AS isBooked
        FROM json_each(@ranges) r CROSS JOIN transactions t
        WHERE t.account_ref = @account AND t.date BETWEEN r.value ->> 0 AND r.value ->> 1)
  GROUP BY date, currency`;

/** Days with rows, oldest first. Out of the kept sums (migration 21) where they are up to date, else out of the rows. */
export function readDayTotals(
  db: ReadingDatabase,
  stale: StaleMonths | null,
  accountRef: number,
  { from, to }: DayRange,
): readonly DayTotal[] {
  if (stale === null) {
    return db
      .prepare<[unknown], DayTotal>(`${plainDays} ORDER BY date`)
      .all({ account: accountRef, ranges: JSON.stringify([[from, to]]) });
  }
  const months = stale.of(accountRef);
  const ranges = months.map((month) => [
    from > firstOf(month) ? from : firstOf(month),
    to < lastOf(month) ? to : lastOf(month),
  ]);
  return db
    .prepare<[unknown], DayTotal>(
      `SELECT date, currency, live, removed, booked_minor AS bookedMinor, closing_minor AS closingMinor
       FROM sums_by_day WHERE account_ref = @account AND date BETWEEN @from AND @to
         AND substr(date, 1, 7) NOT IN (SELECT value FROM json_each(@months))
       UNION ALL ${plainDays} ORDER BY date`,
    )
    .all({
      account: accountRef,
      from,
      to,
      months: JSON.stringify(months),
      ranges: JSON.stringify(ranges),
    });
}
