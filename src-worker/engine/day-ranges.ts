import { addDays, type CalendarDay, type DayRange, earlierDay, laterDay } from '#shared/calendar-day.ts';

/** The days of `wanted` that no range of `taken` holds: disjoint, oldest first. */
export function subtractRanges(wanted: DayRange, taken: readonly DayRange[]): readonly DayRange[] {
  const gaps: DayRange[] = [];
  let from = wanted.from;
  for (const range of taken.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (range.to < from) continue;
    if (range.from > wanted.to) break;
    if (range.from > from) gaps.push({ from, to: addDays(range.from, -1) });
    from = laterDay(from, addDays(range.to, 1));
  }
  if (from <= wanted.to) gaps.push({ from, to: wanted.to });
  return gaps;
}

/** Each range without the days after `last`; ranges wholly after it are dropped. */
export const cutAfter = (ranges: readonly DayRange[], last: CalendarDay): readonly DayRange[] =>
  ranges.filter((range) => range.from <= last).map(({ from, to }) => ({ from, to: earlierDay(to, last) }));

/** Splits at a boundary: the days up to and including `lastOld`, and the days after it. */
export const splitAfter = (
  ranges: readonly DayRange[],
  lastOld: CalendarDay,
): { readonly old: readonly DayRange[]; readonly recent: readonly DayRange[] } => ({
  old: cutAfter(ranges, lastOld),
  recent: ranges
    .filter((range) => range.to > lastOld)
    .map(({ from, to }) => ({ from: laterDay(from, addDays(lastOld, 1)), to })),
});

/** `ranges` in order of `from`. Ranges touch when the one begins on the day after the other ends. */
export function mergeTouching(ranges: readonly DayRange[]): readonly DayRange[] {
  const merged: DayRange[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last === undefined || range.from > addDays(last.to, 1)) merged.push(range);
    else merged[merged.length - 1] = { from: last.from, to: laterDay(last.to, range.to) };
  }
  return merged;
}
