import type { CalendarDay } from '#shared/calendar-day.ts';

const dayFormat = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const instantFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const timeFormat = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** A calendar day in the reader's locale, in a sentence: `1 Jan 2026`. */
export function dayText(day: CalendarDay): string {
  const instant = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(instant) ? day : dayFormat.format(instant);
}

/** A moment in the reader's locale and zone. */
export function instantText(iso: string): string {
  const instant = Date.parse(iso);
  return Number.isNaN(instant) ? iso : instantFormat.format(instant);
}

/** The same, with only the time when it is on the same day as `nowMs`: `14:05`. */
export function nearInstantText(iso: string, nowMs: number): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return iso;
  const sameDay = instant.toDateString() === new Date(nowMs).toDateString();
  return sameDay ? timeFormat.format(instant) : instantFormat.format(instant);
}
