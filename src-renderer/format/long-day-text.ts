import type { CalendarDay } from '#shared/calendar-day.ts';

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' });

/** A calendar day with its weekday, as the reader's locale writes it: `Monday 23 November 2026`. */
export function longDayText(day: CalendarDay): string {
  const instant = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(instant) ? day : format.format(instant);
}
