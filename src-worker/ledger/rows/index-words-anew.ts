import type { WritingDatabase } from '../ledger-database.ts';

/**
 * Makes the index of words (migration 14) anew from the rows and what shows of their overlays: a second or two for
 * each 500 000 rows. Inside the caller's transaction.
 */
export function indexWordsAnew(db: WritingDatabase): void {
  db.exec(`
    INSERT INTO transaction_words (transaction_words) VALUES ('delete-all');
    INSERT INTO transaction_words (rowid, words)
      SELECT t.ref, t.description || ' ' || coalesce(t.merchant, '') || ' ' || t.category || ' ' ||
             coalesce(o.note, '') || ' ' || coalesce(o.own_category, '')
      FROM transactions t LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref;
  `);
}
