import { addDays, type CalendarDay, type DayRange } from '#shared/calendar-day.ts';
import type { KnownRow } from './known-row.ts';

/** Which days an answer speaks for. */
export interface AskedDays {
  readonly holds: (day: CalendarDay) => boolean;
  /** The day lies just outside: the bank counts days in another time zone than it writes them in. */
  readonly isEdge: (day: CalendarDay) => boolean;
  /** Whether a live row that the answer does not hold may be marked removed. */
  readonly mayBeRemoved: (row: Pick<KnownRow, 'date' | 'timestampUtc' | 'edge'>) => boolean;
}

/**
 * A window of days, both ends included.
 *
 * A row near midnight may be filed by the bank under the day before or after the one it writes. So a row is only
 * missing when every reading of its day lies inside: the written day, the UTC day of its instant, and, for a row
 * that was once returned for a window it lies just outside of, both neighbours.
 */
export function windowDays({ from, to }: DayRange): AskedDays {
  const dayBefore = addDays(from, -1);
  const dayAfter = addDays(to, 1);
  const holds = (day: CalendarDay): boolean => day >= from && day <= to;
  return {
    holds,
    isEdge: (day) => day === dayBefore || day === dayAfter,
    mayBeRemoved: (row) =>
      holds(row.date) &&
      holds(row.timestampUtc.slice(0, 10)) &&
      (!row.edge || (row.date > from && row.date < to)),
  };
}

/** The complete current set, as the pending endpoint answers: every day was asked. */
export const allDays: AskedDays = {
  holds: () => true,
  isEdge: () => false,
  mayBeRemoved: () => true,
};
