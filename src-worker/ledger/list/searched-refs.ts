import type { ReadingDatabase } from '../ledger-database.ts';
import { anywhereCondition, ftsQuery } from './search-condition.ts';

/** The rows, removed ones too, that have a word beginning with each of these, by the file's index of words. */
export const refsWithWords = (db: ReadingDatabase, beginnings: readonly string[]): readonly number[] =>
  db
    .prepare<[string], number>('SELECT rowid FROM transaction_words WHERE transaction_words MATCH ?')
    .pluck()
    .all(ftsQuery(beginnings));

/** The rows, removed ones too, that have this text anywhere. */
export function refsWithText(db: ReadingDatabase, text: string): readonly number[] {
  const { sql, values } = anywhereCondition(text);
  return db
    .prepare<unknown[], number>(`SELECT t.ref FROM transactions t WHERE ${sql}`)
    .pluck()
    .all(...values);
}
