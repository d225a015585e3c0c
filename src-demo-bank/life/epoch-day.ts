import { utcDay } from '#shared/calendar-day.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';

/**
 * Days since 1970, UTC: what the bank counts in, because a million rows compare and store faster as numbers than as
 * text. Rows leave the bank as `CalendarDay`.
 */
export type EpochDay = number;

const dayMs = 86_400_000;

/** The UTC day an instant falls on. `epochMs`: milliseconds since 1970. */
export const epochDayOf = (epochMs: number): EpochDay => Math.floor(epochMs / dayMs);

/** Midnight at the beginning of the day, milliseconds since 1970. */
export const startOfDayMs = (day: EpochDay): number => day * dayMs;

/** `YYYY-MM-DD` */
export const toCalendarDay = (day: EpochDay): CalendarDay => utcDay(day * dayMs);

/** The other way; `day` must be a real day. */
export const fromCalendarDay = (day: CalendarDay): EpochDay => epochDayOf(Date.parse(`${day}T00:00:00Z`));

/** Year, month (1 to 12) and day of the month, and the weekday (0 is Sunday). */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly weekday: number;
}

/** Takes a day apart by the UTC calendar. */
export function dayParts(day: EpochDay): DayParts {
  const date = new Date(day * dayMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** `month` may run over either end of the year, as in `Date.UTC`. */
export const epochDayFrom = (year: number, month: number, dayOfMonth: number): EpochDay =>
  epochDayOf(Date.UTC(year, month - 1, dayOfMonth));
