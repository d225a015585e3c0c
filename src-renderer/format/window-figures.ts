import type { SentenceFigures } from '#shared/words/sentence-figures.ts';
import { countText } from './count-text.ts';
import { dayText, instantText } from './day-text.ts';
import { durationText } from './duration-text.ts';

/** Numbers and times inside of a sentence, as the reader's locale writes them. */
export const windowFigures: SentenceFigures = {
  count: countText,
  day: dayText,
  instant: instantText,
  duration: durationText,
};
