const seconds = /^\d+(\.\d+)?$/;
/** `Date.parse` takes almost anything for a date; an HTTP date begins with its weekday. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/;

/**
 * `Retry-After` as milliseconds from now: delay-seconds or an HTTP date (RFC 9110, section 10.2.3). TrueLayer does
 * not document the header, so it may be absent or malformed: `null` then. A date in the past is 0.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  if (seconds.test(text)) return Math.ceil(Number(text) * 1000);
  const dateMs = httpDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? null : Math.max(0, dateMs - nowMs);
}
