/**
 * An instant as a person reads it, with its zone: `23 November 2026 at 14:05 UTC`. `timeZone`: an IANA name; by
 * default the machine's own, because "come back at 14:05" is about the clock on the reader's wall.
 */
export function readableInstant(iso: string, timeZone?: string): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return iso;
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(instant);
}

/** A calendar day as a person reads it: `5 January 2026`. */
export function readableDay(day: string): string {
  const instant = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return day;
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(instant);
}

/** Seconds for a log line: `2 s`, `2.1 s`; one decimal at most, none when it is a whole number. */
export const readableSeconds = (ms: number): string => `${String(Math.round(ms / 100) / 10)} s`;

/** A rough length of time: `12 s`, `4 min`, `1 h 5 min`; never `0 s` for something that still lasts. */
export function readableDuration(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 120) return `${String(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${String(minutes)} min`;
  return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

/** A measured length of time: `0.4 ms`, `35 ms`, `8.5 s`. */
export function readableMeasure(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms >= 10 ? `${String(Math.round(ms))} ms` : `${ms.toFixed(1)} ms`;
}
