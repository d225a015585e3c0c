import type { CalendarDay } from '#shared/calendar-day.ts';
import {
  closingsOf,
  daysWithFigures,
  type DayRows,
  openingsOf,
  type RunningRow,
  sumOfRows,
} from './day-figures.ts';

/** Money between two days that the rows between do not explain. */
export interface RunningGap {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly amountMinor: number;
}

/** How the running balances of an account go on from row to row. */
export interface RunningTrail {
  readonly gaps: readonly RunningGap[];
  /** Days with running balances. */
  readonly days: number;
  readonly firstDay: CalendarDay | null;
  /** What was held after the newest row by the bank's figures, rows without one of their own added. */
  readonly end: { readonly day: CalendarDay; readonly minor: number } | null;
}

/** What may have been held at a day's end; `gapMinor`: what that leaves unexplained, when it began behind a gap. */
interface Held {
  readonly minor: number;
  readonly gapMinor: number | null;
}

/** How many days with rows are looked at together: a row around midnight may stand in the next day's chain. */
const mostDaysTogether = 3;

/**
 * Follows the running balances day by day. Within a day the order of rows is unknown (most banks write midnight), so
 * a day is whole when it can close with what it opened with and its rows. Rows without a figure count with their amount.
 *
 * @param rows oldest first, by day
 */
export function followRunning(rows: readonly RunningRow[]): RunningTrail {
  const days = daysWithFigures(rows);
  const gaps: RunningGap[] = [];
  const first = days[0];
  let held: readonly Held[] = first === undefined ? [] : openingsOf(first.rows).map(openHeld);
  let last = first?.day ?? null;
  let open: Omit<RunningGap, 'amountMinor'> | null = null;
  /** Which figure a day behind a gap closed with is known when the next day goes on from it. */
  const settle = (): void => {
    const amountMinor = held[0]?.gapMinor ?? 0;
    if (open !== null && amountMinor !== 0) gaps.push({ ...open, amountMinor });
    open = null;
  };
  for (let index = 0; index < days.length;) {
    const ahead = days.slice(index, index + mostDaysTogether);
    const went = goOn(held, ahead) ?? behindGap(held, ahead);
    if (went === null) break;
    const { day } = went.last;
    if (went.isGap) {
      settle();
      open = { from: last ?? day, to: day };
    }
    held = went.held;
    if (!went.isGap) settle();
    last = day;
    index += went.days;
  }
  settle();
  return { gaps, days: days.length, firstDay: first?.day ?? null, end: endOf(rows, last, held[0]) };
}

const openHeld = (minor: number): Held => ({ minor, gapMinor: null });

interface Step {
  readonly held: readonly Held[];
  readonly days: number;
  readonly last: DayRows;
  readonly isGap: boolean;
}

/** The fewest days that go on from what was held before; `null`: not even a few of them together do. */
function goOn(before: readonly Held[], ahead: readonly DayRows[]): Step | null {
  for (const [index, last] of ahead.entries()) {
    const rows = ahead.slice(0, index + 1).flatMap((day) => day.rows);
    const possible = new Set(closingsOf(rows));
    const moved = sumOfRows(rows);
    const held = before
      .map((each) => ({ ...each, minor: each.minor + moved }))
      .filter(({ minor }) => possible.has(minor));
    if (held.length > 0) return { held, days: index + 1, last, isGap: false };
  }
  return null;
}

/** The next day for itself: what it may close with, and what is missing then. */
function behindGap(before: readonly Held[], ahead: readonly DayRows[]): Step | null {
  const [day] = ahead;
  if (day === undefined) return null;
  const expected = (before[0]?.minor ?? 0) + sumOfRows(day.rows);
  const held = closingsOf(day.rows).map((minor) => ({ minor, gapMinor: minor - expected }));
  return { held, days: 1, last: day, isGap: true };
}

function endOf(
  rows: readonly RunningRow[],
  last: CalendarDay | null,
  held: Held | undefined,
): RunningTrail['end'] {
  const newest = rows.at(-1);
  if (newest === undefined || last === null || held === undefined) return null;
  const after = rows.slice(rows.findLastIndex(({ day }) => day <= last) + 1);
  return { day: newest.day, minor: held.minor + sumOfRows(after) };
}
