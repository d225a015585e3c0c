import type { ReadingDatabase } from '../ledger-database.ts';
import { anywhereCondition, wordsQuery } from './search-condition.ts';

/** The rows, removed ones too, that a search finds; `null`: there is nothing to look for, so all of them. */
export function searchedRefs(db: ReadingDatabase, search: string | undefined): readonly number[] | null {
  if (search === undefined || search.trim() === '') return null;
  const query = wordsQuery(search);
  if (query !== null) {
    return db
      .prepare<[string], number>('SELECT rowid FROM transaction_words WHERE transaction_words MATCH ?')
      .pluck()
      .all(query);
  }
  const { sql, values } = anywhereCondition(search);
  return db
    .prepare<unknown[], number>(`SELECT t.ref FROM transactions t WHERE ${sql}`)
    .pluck()
    .all(...values);
}
