import Database from 'better-sqlite3';
import type { ReadingDatabase } from '../../ledger-database.ts';
import { ftsQuery } from '../search-condition.ts';
import type { ListColumns } from './list-columns.ts';

/** The words of rows that came or changed since the index of words was read. */
export interface WordsSince {
  readonly size: () => number;
  /** Their places. */
  readonly places: () => Iterable<number>;
  /** `changed`: came or changed just now. */
  readonly add: (changed: readonly number[]) => void;
  /** The places of those that have a word beginning with each of these. */
  readonly find: (beginnings: readonly string[]) => readonly number[];
}

/** As migration 14 has them indexed. */
const searched = `t.description || ' ' || coalesce(t.merchant, '') || ' ' || t.category || ' ' ||
  coalesce(o.note, '') || ' ' || coalesce(o.own_category, '')`;

/**
 * An index of words like the ledger's, in memory, of few rows. In a database of its own, so that it does not go back with a
 * transaction of the ledger that it knows nothing of. Rows are read when somebody searches: a sync that nobody watches costs nothing.
 */
export function createWordsSince(db: ReadingDatabase, columns: ListColumns): WordsSince {
  const places = new Set<number>();
  const unread = new Set<number>();
  const own = new Database(':memory:');
  own.exec(`CREATE VIRTUAL TABLE rows_words USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 2")`);
  const remove = own.prepare<[number]>('DELETE FROM rows_words WHERE rowid = ?');
  const put = own.prepare<[number, string]>('INSERT INTO rows_words (rowid, words) VALUES (?, ?)');
  const found = own
    .prepare<[string], number>('SELECT rowid FROM rows_words WHERE rows_words MATCH ?')
    .pluck();

  const readChanged = own.transaction((): void => {
    const read = db
      .prepare<[number], string>(
        `SELECT ${searched} FROM transactions t LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref WHERE t.ref = ?`,
      )
      .pluck();
    for (const place of unread) {
      remove.run(place);
      put.run(place, read.get(columns.ref[place] ?? 0) ?? '');
    }
  });

  return {
    size: () => places.size,
    places: () => places,
    add: (changed) => {
      for (const place of changed) {
        places.add(place);
        unread.add(place);
      }
    },
    find: (beginnings) => {
      if (unread.size > 0) readChanged();
      unread.clear();
      return places.size === 0 ? [] : found.all(ftsQuery(beginnings));
    },
  };
}
