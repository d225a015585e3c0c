import type { WritingDatabase } from '../ledger-database.ts';

/**
 * Brings the index of words (migration 14) up to the newest row, in one statement at the end of a page's inserts: a
 * trigger for each row would make SQLite write the index out row by row, which takes three times as long as
 * the insert itself. By the last row indexed, so that rows which somebody else forgot to index are caught up with.
 * Inside the caller's transaction, before anything changes a row just inserted.
 */
export function indexNewRows(db: WritingDatabase): void {
  db.prepare(
    `INSERT INTO transaction_words (rowid, words)
     SELECT t.ref, t.description || ' ' || coalesce(t.merchant, '') || ' ' || t.category FROM transactions t
     WHERE t.ref > (SELECT coalesce(max(id), 0) FROM transaction_words_docsize)`,
  ).run();
}
