import { english as plain } from '../../../src-renderer/words/english.ts';
import { accented } from './accented.ts';

/** The window's words in a language that nobody speaks: English with an accent on every letter. Built in for a test. */
export const english: unknown = inAccents(plain);

function inAccents(words: unknown): unknown {
  if (typeof words === 'string') return accented(words);
  if (typeof words === 'function') {
    return (...given: readonly unknown[]): unknown => inAccents(Reflect.apply(words, undefined, given));
  }
  if (Array.isArray(words)) return words.map(inAccents);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, inAccents(value)]));
}
