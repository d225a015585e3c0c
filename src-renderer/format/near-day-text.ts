import { instantText, nearInstantText } from './day-text.ts';

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** A moment as people say it: `08:52` today, `tomorrow, 08:52` and `yesterday, 08:52` beside it, else with its date. */
export function nearDayText(iso: string, nowMs: number): string {
  const instant = new Date(iso);
  const now = new Date(nowMs);
  // Calendar days, not 24 hours: a clock change does not make tomorrow today.
  const step = [-1, 1].find(
    (days) =>
      new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toDateString() ===
      instant.toDateString(),
  );
  if (step !== undefined) return `${relative.format(step, 'day')}, ${time.format(instant)}`;
  return Number.isNaN(instant.getTime()) ? instantText(iso) : nearInstantText(iso, nowMs);
}
