import { hasUnspacedScript } from '#shared/unspaced-script.ts';
import { wordsOf } from './words-of.ts';

/** A condition on alias `t` (a row) and, where it says so, `o` (its shown overlay), and what its question marks stand for. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/**
 * The words that a search asks for, each or its beginning has to be there: letters and digits only, so that quotes, operators
 * and the rest of FTS5's language never get into a query.
 *
 * @returns `null` for a text without such words: nothing but signs, or words of a script without spaces.
 */
export function searchedWords(text: string): readonly string[] | null {
  if (hasUnspacedScript(text)) return null;
  const words = wordsOf(text);
  return words.length === 0 ? null : [...new Set(words)];
}

/** Rows that have this word, as FTS5 is asked for them. */
export const ftsWord = (word: string): string => `"${word}"`;

/** Rows that have a word beginning with each of these, as FTS5 is asked for them. */
export const ftsQuery = (beginnings: readonly string[]): string =>
  beginnings.map((beginning) => `${ftsWord(beginning)}*`).join(' AND ');

/** What the index cannot answer is looked for as it stands, anywhere in description, merchant, category or note. */
export function anywhereCondition(text: string): Condition {
  // In a LIKE pattern these three mean something; what people type means itself.
  const pattern = `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const like = (column: string): string => String.raw`${column} LIKE ? ESCAPE '\'`;
  return {
    sql: `(${like('t.description')} OR ${like('t.merchant')} OR ${like('t.category')} OR t.ref IN
      (SELECT transaction_ref FROM shown_overlays WHERE ${like('note')} OR ${like('own_category')}))`,
    values: Array.from({ length: 5 }, () => pattern),
  };
}
