const minuteMs = 60_000;

/**
 * The whole minute at or after an instant: sentences name no seconds, and who is told to come after 20:51 must not come a
 * minute too early. An unreadable instant stays as it is.
 */
export function nextMinute(iso: string): string {
  const atMs = Date.parse(iso);
  return Number.isNaN(atMs) ? iso : new Date(Math.ceil(atMs / minuteMs) * minuteMs).toISOString();
}
