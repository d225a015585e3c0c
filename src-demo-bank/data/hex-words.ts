import { scramble32 } from '../life/seeded-random.ts';

/** `00` to `ff`: a page may hold 20 000 rows with three ids each, and building texts from numbers was most of the cost. */
const hexBytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hexByte = (byte: number): string => hexBytes[byte & 0xff] ?? '';

/** 8 hex characters for each word, scrambled: ids that look like a bank's and repeat exactly for the same words. */
export function hexWords(...words: readonly number[]): string {
  let text = '';
  for (const word of words) {
    const scrambled = scramble32(word);
    text +=
      hexByte(scrambled >>> 24) + hexByte(scrambled >>> 16) + hexByte(scrambled >>> 8) + hexByte(scrambled);
  }
  return text;
}
