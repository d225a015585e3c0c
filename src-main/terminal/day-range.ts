import { utcDay, type CalendarDay } from '#shared/calendar-day.ts';
import { readableDay } from '#shared/words/readable-time.ts';

/** `--from` and `--to` as given. */
export interface DayOptions {
  readonly from?: CalendarDay;
  readonly to?: CalendarDay;
}

/**
 * What is wrong with the two days together, as a sentence; `null` when nothing is. `future`: whether later days than
 * today make no sense, because a bank is asked (it refuses them); a reader of the ledger may ask for any.
 */
export function dayRangeProblem(
  { from, to }: DayOptions,
  nowMs: number,
  options: { future: 'refuse' | 'allow' },
): string | null {
  if (from !== undefined && to !== undefined && from > to) {
    return `--from ${from} is after --to ${to}: turn them round.`;
  }
  if (options.future === 'allow') return null;
  const today = utcDay(nowMs);
  const late = [from, to].find((day) => day !== undefined && day > today);
  if (late === undefined) return null;
  return `${late === from ? '--from' : '--to'} ${late} is in the future; today is ${readableDay(today)}.`;
}
