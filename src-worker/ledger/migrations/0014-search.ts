import type { Migration } from './migration.ts';

/** Everything of a row that is searched, as one text. `o`: its shown overlay. */
const searched = `t.description || ' ' || coalesce(t.merchant, '') || ' ' || t.category || ' ' ||
  coalesce(o.note, '') || ' ' || coalesce(o.own_category, '')`;

/** Not `INSERT OR REPLACE`: in a trigger the outer statement's way with conflicts goes first. */
const indexAnew = (ref: string): string => `
  DELETE FROM transaction_words WHERE rowid = ${ref};
  INSERT INTO transaction_words (rowid, words)
    SELECT t.ref, ${searched} FROM transactions t LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref
    WHERE t.ref = ${ref};`;

/**
 * The words of each row, for search as one types. One column, no positions (`detail=none`): which word of which row is
 * all a search asks, and an index with positions is twice as large. Contentless: the texts are in the rows. The prefix
 * indexes make the first letters as quick as whole words. Changed rows are kept by triggers, new ones in bulk
 * (`index-new-rows.ts`).
 *
 * A deleted row's words stay in the index, marked, until it is merged: forgetting a connection merges it.
 */
export const search: Migration = {
  version: 14,
  sql: `
    CREATE VIRTUAL TABLE transaction_words USING fts5 (
      words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4',
      tokenize = "unicode61 remove_diacritics 2"
    );
    INSERT INTO transaction_words (rowid, words)
      SELECT t.ref, ${searched} FROM transactions t LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref;

    CREATE TRIGGER words_of_changed_row AFTER UPDATE OF description, merchant, category ON transactions
    WHEN OLD.description <> NEW.description OR OLD.merchant IS NOT NEW.merchant OR OLD.category <> NEW.category
    BEGIN
      ${indexAnew('NEW.ref')}
    END;
    CREATE TRIGGER words_of_deleted_row AFTER DELETE ON transactions
    BEGIN
      DELETE FROM transaction_words WHERE rowid = OLD.ref;
    END;
    CREATE TRIGGER words_of_overlay AFTER INSERT ON shown_overlays
    BEGIN
      ${indexAnew('NEW.transaction_ref')}
    END;
    CREATE TRIGGER words_without_overlay AFTER DELETE ON shown_overlays
    BEGIN
      ${indexAnew('OLD.transaction_ref')}
    END;
  `,
};
