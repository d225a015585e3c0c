const seconds = /^\d+(\.\d+)?$/;
/** `Date.parse` takes almost anything for a date; an HTTP date begins with its weekday. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/;

/** A consent lasts no longer, so nobody waits longer; and more than a `Date` can hold would be no moment to name. */
const longestMs = 90 * 86_400_000;

/**
 * `Retry-After` as milliseconds from now: delay-seconds or an HTTP date (RFC 9110, section 10.2.3). TrueLayer does
 * not document the header, so it may be absent or malformed: `null` then. A date in the past is 0,
 * and more than 90 days are 90.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  if (seconds.test(text)) return Math.min(longestMs, Math.ceil(Number(text) * 1000));
  const dateMs = httpDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? null : Math.min(longestMs, Math.max(0, dateMs - nowMs));
}
