import type { Migration } from './migration.ts';

/**
 * What happened to each row after it came: amended, removed, returned, settled. Written in the transaction that
 * changes the row, and never after: the triggers refuse it. A change leaves the file only together with its row
 * (forgetting an account), by the cascade.
 */
export const transactionChanges: Migration = {
  version: 8,
  sql: `
    CREATE TABLE transaction_changes (
      ref INTEGER PRIMARY KEY,
      transaction_ref INTEGER NOT NULL REFERENCES transactions (ref) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      -- how the row was recognised, or why it went
      reason TEXT NOT NULL,
      -- {"amountMinor": [old, new], ...}: what the bank changed; {} when nothing
      fields_json TEXT NOT NULL,
      -- for pending rows: the booked row in question
      became_ref INTEGER REFERENCES transactions (ref) ON DELETE CASCADE,
      confidence TEXT,
      at TEXT NOT NULL,
      -- NULL: the user decided
      job_ref INTEGER REFERENCES jobs (ref),
      raw_page_ref INTEGER REFERENCES raw_pages (ref)
    ) STRICT;
    CREATE INDEX transaction_changes_by_row ON transaction_changes (transaction_ref);
    CREATE INDEX transaction_changes_by_job ON transaction_changes (job_ref);
    CREATE INDEX transaction_changes_became ON transaction_changes (became_ref) WHERE became_ref IS NOT NULL;

    CREATE TRIGGER transaction_changes_stay_as_written BEFORE UPDATE ON transaction_changes
    BEGIN
      SELECT raise(ABORT, 'transaction_changes is append-only');
    END;
    CREATE TRIGGER transaction_changes_stay BEFORE DELETE ON transaction_changes
    WHEN EXISTS (SELECT 1 FROM transactions WHERE ref = OLD.transaction_ref)
      AND (OLD.became_ref IS NULL OR EXISTS (SELECT 1 FROM transactions WHERE ref = OLD.became_ref))
    BEGIN
      SELECT raise(ABORT, 'transaction_changes is append-only');
    END;

    CREATE VIEW transaction_changes_v1 AS
      SELECT h.ref AS id, h.transaction_ref AS transaction_id, h.kind, h.reason, h.fields_json, h.became_ref AS became_id,
             h.confidence, h.at, j.id AS job_id
      FROM transaction_changes h
      LEFT JOIN jobs j ON j.ref = h.job_ref;
  `,
};
