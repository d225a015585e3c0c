import { Temporal } from 'temporal-polyfill';

/** A calendar day, `YYYY-MM-DD`, in no time zone: what a bank statement prints and what `from` and `to` take. */
export type CalendarDay = string;

/** Both ends included, as TrueLayer counts `from` and `to`. */
export interface DayRange {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `YYYY-MM-DD`; `null` for anything else, the 30th of February included. */
export function parseCalendarDay(text: string): CalendarDay | null {
  if (!pattern.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** `days` may be negative. */
export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** How many days lie between the two: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;

/** How many days the range holds, both ends counted: 1 when `from` is `to`. */
export const dayCount = (range: DayRange): number => daysBetween(range.from, range.to) + 1;

/** The UTC calendar day of an instant. `epochMs`: milliseconds since 1970. */
export const utcDay = (epochMs: number): CalendarDay => new Date(epochMs).toISOString().slice(0, 10);

/** ISO text sorts as time does, so comparison is plain. */
export const earlierDay = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? a : b);
/** @see earlierDay */
export const laterDay = (a: CalendarDay, b: CalendarDay): CalendarDay => (a > b ? a : b);
