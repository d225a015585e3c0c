import type { CalendarDay } from '#shared/calendar-day.ts';
import { dayText } from './day-text.ts';

const format = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Two days in the reader's locale with what they have in common said once: `1 – 30 Nov 2026`. */
export function daySpanText(from: CalendarDay, to: CalendarDay): string {
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (Number.isNaN(start) || Number.isNaN(end) || start > end)
    return `${dayText(from)} \u2013 ${dayText(to)}`;
  return format.formatRange(start, end);
}
