import { parseCalendarDay } from '#shared/calendar-day.ts';
import { epochDayOf, fromCalendarDay } from '../life/epoch-day.ts';
import type { EpochDay } from '../life/epoch-day.ts';

/** What was asked for, or why it is refused: the `error` value of the 400. */
export type AskedRange =
  | { readonly kind: 'range'; readonly from: EpochDay; readonly to: EpochDay }
  | { readonly kind: 'refused'; readonly error: 'invalid_date_range' | 'validation_error' };

/** Without parameters TrueLayer answers about the last three months (truelayer.md, 2.9). */
const usualDays = 89;

/**
 * Reads `from` and `to`: `YYYY-MM-DD` or a full ISO time, both days included. One without the other is ignored, as
 * the real one was seen to do. Refused: a `to` later than today (UTC), a `from` later than `to`, what is no date, and
 * a range of more than `widestDays`.
 */
export function readRange(query: URLSearchParams, nowMs: number, widestDays: number): AskedRange {
  const today = epochDayOf(nowMs);
  const fromText = query.get('from');
  const toText = query.get('to');
  if (fromText === null || toText === null) return { kind: 'range', from: today - usualDays, to: today };
  const from = readDay(fromText);
  const to = readDay(toText);
  if (from === null || to === null) return { kind: 'refused', error: 'validation_error' };
  if (to > today || from > to || to - from + 1 > widestDays) {
    return { kind: 'refused', error: 'invalid_date_range' };
  }
  return { kind: 'range', from, to };
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?$/;

function readDay(text: string): EpochDay | null {
  const day = parseCalendarDay(text.slice(0, 10));
  if (day === null) return null;
  if (text.length === 10) return fromCalendarDay(day);
  // An unencoded `+` of an offset arrives as a blank.
  const time = text.replace(' ', '+');
  if (!isoTime.test(time)) return null;
  const hasZone = /(Z|[+-]\d{2}:\d{2})$/.test(time);
  const instant = Date.parse(hasZone ? time : `${time}Z`);
  return Number.isNaN(instant) ? null : epochDayOf(instant);
}
