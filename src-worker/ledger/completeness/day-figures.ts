import type { CalendarDay } from '#shared/calendar-day.ts';

/** A live booked row with what the bank says the account held after it, where it says so. */
export interface RunningRow {
  readonly day: CalendarDay;
  readonly amountMinor: number;
  readonly runningMinor: number | null;
}

/** One day's rows, or those of a few neighbouring days. */
export interface DayRows {
  readonly day: CalendarDay;
  readonly rows: readonly RunningRow[];
}

/** More rows without a figure than this in one day are not tried one by one. */
const mostUnfigured = 8;

/** Rows by day; days without any figure are counted with the next one that has some. */
export function daysWithFigures(rows: readonly RunningRow[]): readonly DayRows[] {
  const days: DayRows[] = [];
  let waiting: RunningRow[] = [];
  for (const [index, row] of rows.entries()) {
    waiting.push(row);
    const isLastOfDay = rows[index + 1]?.day !== row.day;
    if (!isLastOfDay || waiting.every(({ runningMinor }) => runningMinor === null)) continue;
    days.push({ day: row.day, rows: waiting });
    waiting = [];
  }
  return days;
}

/**
 * Figures a day may have closed with: those that no row of it went on from. All figures, when the day ended where it
 * began. The newest row's comes first. Rows without a figure may be the last ones.
 */
export function closingsOf(rows: readonly RunningRow[]): readonly number[] {
  const { befores, afters } = figuresOf(rows);
  const ends = unmatched(afters.toReversed(), befores);
  const tails = [0, ...sumsOnTheWay(unfigured(rows).toReversed())];
  return [
    ...new Set(
      tails.flatMap((tail) => (ends.length > 0 ? ends : afters.toReversed()).map((end) => end + tail)),
    ),
  ];
}

/** Figures a day may have opened with; the oldest row's comes first. @see closingsOf */
export function openingsOf(rows: readonly RunningRow[]): readonly number[] {
  const { befores, afters } = figuresOf(rows);
  const starts = unmatched(befores, afters);
  const heads = [0, ...sumsOnTheWay(unfigured(rows))];
  return [
    ...new Set(heads.flatMap((head) => (starts.length > 0 ? starts : befores).map((start) => start - head))),
  ];
}

/** The amounts of all rows, those without a figure too. */
export const sumOfRows = (rows: readonly RunningRow[]): number =>
  rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

function figuresOf(rows: readonly RunningRow[]): {
  readonly befores: readonly number[];
  readonly afters: readonly number[];
} {
  const figured = rows.flatMap(({ amountMinor, runningMinor }) =>
    runningMinor === null ? [] : [{ before: runningMinor - amountMinor, after: runningMinor }],
  );
  return { befores: figured.map(({ before }) => before), afters: figured.map(({ after }) => after) };
}

/** The figures of `these` that none of `those` is equal to; each of those takes one of these away. */
function unmatched(these: readonly number[], those: readonly number[]): readonly number[] {
  const left = new Map<number, number>();
  for (const figure of those) left.set(figure, (left.get(figure) ?? 0) + 1);
  return these.filter((figure) => {
    const count = left.get(figure) ?? 0;
    if (count > 0) left.set(figure, count - 1);
    return count === 0;
  });
}

const unfigured = (rows: readonly RunningRow[]): readonly number[] =>
  rows.flatMap(({ amountMinor, runningMinor }) => (runningMinor === null ? [amountMinor] : []));

function sumsOnTheWay(amounts: readonly number[]): readonly number[] {
  let sum = 0;
  return amounts.slice(0, mostUnfigured).map((amount) => (sum += amount));
}
