import type { CalendarDay } from '#shared/calendar-day.ts';

const format = new Intl.DateTimeFormat(undefined, {
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const texts = new Map<CalendarDay, string>();

/**
 * A calendar day in a column of days, all equally wide: `01 Jan 2026`. Remembered: a table asks for the same few
 * hundred days again and again.
 */
export function columnDayText(day: CalendarDay): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const instant = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  const text = Number.isNaN(instant) ? day : format.format(instant);
  texts.set(day, text);
  return text;
}
