import { readableDuration } from '#shared/words/readable-time.ts';
import type { SentenceFigures } from '#shared/words/sentence-figures.ts';

const count = new Intl.NumberFormat();
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const instant = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A count as the reader's locale writes it. */
export const countText = (value: number): string => count.format(value);

/** A moment in the reader's locale and zone; `iso`: UTC ISO 8601. */
export const instantText = (iso: string): string => instant.format(new Date(iso));

/** Numbers and times inside of a sentence of the desktop app, as the reader's locale writes them. */
export const readerFigures: SentenceFigures = {
  count: countText,
  day: (calendarDay) => day.format(Date.parse(`${calendarDay.slice(0, 10)}T00:00:00Z`)),
  instant: instantText,
  duration: readableDuration,
};
