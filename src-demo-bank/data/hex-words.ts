import { scramble32 } from '../life/seeded-random.ts';

/** 8 hex characters for each word, scrambled: ids that look like a bank's and repeat exactly for the same words. */
export function hexWords(...words: readonly number[]): string {
  let text = '';
  for (const word of words) text += scramble32(word).toString(16).padStart(8, '0');
  return text;
}
