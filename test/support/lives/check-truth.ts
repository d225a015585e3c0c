import assert from 'node:assert/strict';
import type { DayRange } from '#shared/calendar-day.ts';
import type { AccountBook } from '../../../src-demo-bank/life/account-book.ts';
import { toCalendarDay } from '../../../src-demo-bank/life/epoch-day.ts';
import type { LifeRow } from '../../../src-demo-bank/life/life-row.ts';
import type { Ledger } from '../../../src-worker/ledger/open-ledger.ts';

const queryRows = `SELECT date || ' ' || amount_minor || ' ' || currency || ' ' || description AS row, date
  FROM transactions_v1 WHERE status = ? ORDER BY row`;

/**
 * Live rows of the ledger are the bank's rows, as often as the bank has them: booked ones of `days`, and all pending
 * but those `stillListed`, which are booked as well.
 */
export function assertTrue(
  ledger: Ledger,
  book: AccountBook,
  days: readonly DayRange[],
  stillListed: ReadonlySet<number> = new Set(),
): void {
  const text = (row: LifeRow): string =>
    `${toCalendarDay(row.day)} ${String(row.amountMinor)} ${book.profile.currency} ${row.what.description}`;
  const isAsked = (date: string): boolean => days.some(({ from, to }) => date >= from && date <= to);
  const kept = (status: string, isWanted: (date: string) => boolean): readonly string[] =>
    ledger.db
      .prepare<[string], { row: string; date: string }>(queryRows)
      .all(status)
      .filter(({ date }) => isWanted(date))
      .map(({ row }) => row);
  assert.deepEqual(
    kept('booked', isAsked).toSorted(),
    book.booked
      .filter(({ day }) => isAsked(toCalendarDay(day)))
      .map(text)
      .toSorted(),
    'booked rows',
  );
  const pending = book.pending.filter(({ key }) => !stillListed.has(key));
  assert.deepEqual(kept('pending', () => true).toSorted(), pending.map(text).toSorted(), 'pending rows');
}

/** The days a job was answered for. */
export const answeredDays = (ledger: Ledger, jobId: string): readonly DayRange[] =>
  ledger.db
    .prepare<[string], DayRange>(
      `SELECT c.from_day AS "from", c.to_day AS "to" FROM coverage c JOIN jobs j ON j.ref = c.job_ref
       WHERE j.id = ? AND c.outcome = 'answered'`,
    )
    .all(jobId);
