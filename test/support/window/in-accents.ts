import { accented } from './accented.ts';

/** A catalogue with an accent on every letter of what it says, as a translation that is whole would have none of the old. */
export function inAccents(words: unknown): unknown {
  if (typeof words === 'string') return accented(words);
  if (typeof words === 'function') {
    return (...given: readonly unknown[]): unknown => inAccents(Reflect.apply(words, undefined, given));
  }
  if (Array.isArray(words)) return words.map(inAccents);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, inAccents(value)]));
}
