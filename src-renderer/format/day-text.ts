import type { CalendarDay } from '#shared/calendar-day.ts';

const dayFormat = new Intl.DateTimeFormat(undefined, {
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const instantFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const timeFormat = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const texts = new Map<CalendarDay, string>();

/** A calendar day in the reader's locale. Remembered: a table asks for the same few hundred days again and again. */
export function dayText(day: CalendarDay): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const instant = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  const text = Number.isNaN(instant) ? day : dayFormat.format(instant);
  texts.set(day, text);
  return text;
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
