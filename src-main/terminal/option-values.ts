import { InvalidArgumentError } from 'commander';
import { parseCalendarDay, type CalendarDay } from '#shared/calendar-day.ts';

/** Reads a whole number between two bounds, both included. For commander: its error becomes a usage sentence. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) {
      throw new InvalidArgumentError(`It must be a whole number from ${String(least)} to ${String(most)}.`);
    }
    return value;
  };
}

/** Reads `YYYY-MM-DD`, a day that exists. */
export function calendarDay(text: string): CalendarDay {
  const day = parseCalendarDay(text);
  if (day === null) throw new InvalidArgumentError('It must be a day that exists, written like 2026-01-31.');
  return day;
}

const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Reads an instant for `--now`, a zone included, or a day alone, which is its first moment in UTC. @returns ms since 1970 */
export function instantMs(text: string): number {
  const day = parseCalendarDay(text.slice(0, 10));
  const value = day !== null && instant.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(value)) {
    throw new InvalidArgumentError('It must be a moment that exists, written like 2026-01-31T09:00:00Z.');
  }
  return value;
}

/** Refuses the empty text that an unset shell variable leaves behind. */
export function nonEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
}

/** SQLite refuses longer patterns with an error; nothing in a ledger is this long. */
const longestSearch = 4000;

/** Reads what to look for. */
export function searchText(text: string): string {
  if (text.length > longestSearch) {
    throw new InvalidArgumentError(`It must have at most ${String(longestSearch)} characters.`);
  }
  return nonEmpty(text);
}

/** Gathers an option that may be given several times. */
export const severalTexts = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  nonEmpty(text),
];
