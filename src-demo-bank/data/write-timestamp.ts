import { toCalendarDay } from '../life/epoch-day.ts';
import type { EpochDay } from '../life/epoch-day.ts';
import type { LifeRow } from '../life/life-row.ts';
import type { RowStyle } from '../life/profile.ts';

const dayTexts = new Map<EpochDay, string>();

function dayText(day: EpochDay): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const text = toCalendarDay(day);
  dayTexts.set(day, text);
  return text;
}

const two = (value: number): string => String(value).padStart(2, '0');
const timeOf = (secondOfDay: number): string =>
  `${two(Math.floor(secondOfDay / 3600))}:${two(Math.floor(secondOfDay / 60) % 60)}:${two(secondOfDay % 60)}`;

/** 0 to 7 digits after the second, a different number from row to row (truelayer.md, 2.5). */
function fractionOf(key: number): string {
  const digits = key % 8;
  return digits === 0
    ? ''
    : `.${String((key * 7919) % 10_000_000)
        .padStart(7, '0')
        .slice(0, digits)}`;
}

/** A row's `timestamp` in its bank's own way of writing one. */
export function writeTimestamp(row: LifeRow, style: RowStyle, sevenDigitFractions: boolean): string {
  const day = dayText(row.day);
  if (sevenDigitFractions) {
    return `${day}T${timeOf(row.secondOfDay)}.${String((row.key * 7919) % 10_000_000).padStart(7, '1')}Z`;
  }
  switch (style.timestamps) {
    case 'midnight-z':
      return `${day}T00:00:00Z`;
    case 'midnight-bare':
      return `${day}T00:00:00`;
    case 'midnight-offset':
      return `${day}T00:00:00+00:00`;
    case 'to-the-second':
      return `${day}T${timeOf(row.secondOfDay)}${fractionOf(row.key)}Z`;
  }
}

/** When the bank last looked: the running minute, so that two answers within it are the same bytes. */
export function updateTimestamp(nowMs: number, index: number): string {
  const minute = new Date(Math.floor(nowMs / 60_000) * 60_000).toISOString().slice(0, 19);
  return `${minute}${['Z', '.1234567Z', '.401Z', '.5Z'][index % 4] ?? 'Z'}`;
}
