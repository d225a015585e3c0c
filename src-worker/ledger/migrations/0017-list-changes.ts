import type { Migration } from './migration.ts';

/** Not `INSERT OR REPLACE`: in a trigger the outer statement's way with conflicts goes first. */
const noted = (ref: string): string => `
  DELETE FROM list_changes WHERE transaction_ref = ${ref};
  INSERT INTO list_changes (transaction_ref) VALUES (${ref});`;

/**
 * Which rows of the list have changed, in the order of their last change: what lets a list that is held in memory
 * follow a sync instead of being read anew. A row is in here once, with the number of its last change; new rows are not in here,
 * their `ref` tells. Row 0 stands for rows that are no longer there at all.
 */
export const listChanges: Migration = {
  version: 17,
  sql: `
    CREATE TABLE list_changes (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      transaction_ref INTEGER NOT NULL UNIQUE
    ) STRICT;

    CREATE TRIGGER list_changes_of_row
    AFTER UPDATE OF date, timestamp_utc, amount_minor, currency, description, merchant, category, status, removed_at, classification_json
    ON transactions
    WHEN OLD.removed_at IS NOT NEW.removed_at OR OLD.amount_minor <> NEW.amount_minor OR OLD.date <> NEW.date
      OR OLD.timestamp_utc <> NEW.timestamp_utc OR OLD.description <> NEW.description
      OR OLD.merchant IS NOT NEW.merchant OR OLD.category <> NEW.category OR OLD.currency <> NEW.currency
      OR OLD.status <> NEW.status OR OLD.classification_json <> NEW.classification_json
    BEGIN
      ${noted('NEW.ref')}
    END;
    CREATE TRIGGER list_changes_of_deleted_row AFTER DELETE ON transactions
    BEGIN
      ${noted('0')}
    END;
    CREATE TRIGGER list_changes_of_overlay AFTER INSERT ON shown_overlays
    BEGIN
      ${noted('NEW.transaction_ref')}
    END;
    CREATE TRIGGER list_changes_without_overlay AFTER DELETE ON shown_overlays
    BEGIN
      ${noted('OLD.transaction_ref')}
    END;
  `,
};
