import type { CalendarDay } from '#shared/calendar-day.ts';

/** A bank's timestamp: the day as written, and the instant. */
export interface BankTimestamp {
  readonly day: CalendarDay;
  /** `2026-01-05T00:00:00.000Z` */
  readonly utc: string;
}

const format = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d+))?\s*(Z|z|[+-]\d{2}:?\d{2})?)?$/;

/** An instant that needs no calendar to be known as real: nearly all of them, and `Date` is slow to ask. */
const plainlyReal = /-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\./;

/**
 * Reads every form seen from TrueLayer (truelayer.md 2.5): no zone (taken for UTC), `Z`, an offset, 0 to 7 fraction
 * digits (cut to milliseconds), and a bare day. The day is the bank's own, so a purchase of the 5th stays on the 5th
 * though its offset puts the instant on the 4th in UTC. `null`: not a timestamp.
 */
export function parseBankTimestamp(text: string): BankTimestamp | null {
  const match = format.exec(text.trim());
  if (match === null) return null;
  const [, day = '', time = '00:00:00', fraction = '', zone = 'Z'] = match;
  const clock = time.length === 5 ? `${time}:00` : time;
  const written = `${day}T${clock}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  if (zone === 'Z' && plainlyReal.test(written)) return { day, utc: written };
  const writtenMs = Date.parse(written);
  // `Date` rolls the 30th of February over into March: then the text does not come back.
  if (Number.isNaN(writtenMs) || new Date(writtenMs).toISOString() !== written) return null;
  const offsetMs = zoneOffsetMs(zone);
  return { day, utc: offsetMs === 0 ? written : new Date(writtenMs - offsetMs).toISOString() };
}

function zoneOffsetMs(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
