import { readableDay, readableDuration, readableInstant } from './readable-time.ts';

/**
 * How numbers and times are written inside of a sentence: the terminal always the same way, since what it prints is
 * also read by programs; window, tray and notifications as the reader's locale does.
 */
export interface SentenceFigures {
  readonly count: (count: number) => string;
  /** A calendar day, `YYYY-MM-DD`. */
  readonly day: (day: string) => string;
  /** A moment, UTC ISO 8601. */
  readonly instant: (iso: string) => string;
  /** A rough length of time, in milliseconds. */
  readonly duration: (ms: number) => string;
}

/** The terminal's way. */
export const plainFigures: SentenceFigures = {
  count: String,
  day: readableDay,
  instant: readableInstant,
  duration: readableDuration,
};
