import type { Migration } from './migration.ts';

/**
 * A job's receipt: one entry for each page asked, as it was asked, never altered after; and one for what was taken
 * back. What older ledgers did is told from their pages, as far as they know: `returned` of a pending set and
 * `unreadable` were not kept. Receipts leave the file only together with their job or account.
 */
export const receipts: Migration = {
  version: 15,
  sql: `
    CREATE TABLE receipt_entries (
      ref INTEGER PRIMARY KEY,
      job_ref INTEGER NOT NULL REFERENCES jobs (ref),
      account_ref INTEGER NOT NULL REFERENCES accounts (ref),
      kind TEXT NOT NULL CHECK (kind IN ('transactions', 'pending', 'refused', 'undone')),
      raw_page_ref INTEGER REFERENCES raw_pages (ref),
      -- the days asked; NULL for the pending set, which has none
      from_day TEXT,
      to_day TEXT,
      -- when it was asked, or undone
      at TEXT NOT NULL,
      http_status INTEGER,
      -- a failure kind, for refusals
      reason TEXT,
      -- rows in the answer, and how many more nobody could read; NULL: not known
      returned INTEGER,
      unreadable INTEGER,
      inserted INTEGER NOT NULL,
      duplicates INTEGER,
      changed INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      -- pending rows found to be booked
      settled INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX receipt_entries_by_job ON receipt_entries (job_ref);

    CREATE TRIGGER receipt_entries_stay_as_written BEFORE UPDATE ON receipt_entries
    BEGIN
      SELECT raise(ABORT, 'receipt_entries is append-only');
    END;
    CREATE TRIGGER receipt_entries_stay BEFORE DELETE ON receipt_entries
    WHEN EXISTS (SELECT 1 FROM jobs WHERE ref = OLD.job_ref)
      AND EXISTS (SELECT 1 FROM accounts WHERE ref = OLD.account_ref)
    BEGIN
      SELECT raise(ABORT, 'receipt_entries is append-only');
    END;

    INSERT INTO receipt_entries
      (job_ref, account_ref, kind, raw_page_ref, from_day, to_day, at, http_status, returned, inserted, duplicates,
       changed, removed, settled)
    SELECT p.job_ref, p.account_ref, p.kind, p.ref, p.from_day, p.to_day, p.asked_at, p.http_status, c.rows,
           coalesce(i.inserted, 0), max(0, c.rows - coalesce(i.inserted, 0) - coalesce(h.changed, 0)),
           coalesce(h.changed, 0), coalesce(h.removed, 0), coalesce(h.settled, 0)
    FROM raw_pages p
    LEFT JOIN coverage c ON c.raw_page_ref = p.ref
    LEFT JOIN (SELECT first_page_ref AS page, count(*) AS inserted FROM transactions GROUP BY 1) i ON i.page = p.ref
    LEFT JOIN (SELECT raw_page_ref AS page, sum(kind IN ('amended', 'returned')) AS changed,
                      sum(kind = 'removed') AS removed, sum(kind = 'settled') AS settled
               FROM transaction_changes WHERE raw_page_ref IS NOT NULL GROUP BY 1) h ON h.page = p.ref
    ORDER BY p.ref;
    INSERT INTO receipt_entries
      (job_ref, account_ref, kind, from_day, to_day, at, reason, inserted, changed, removed, settled)
    SELECT job_ref, account_ref, 'refused', from_day, to_day, asked_at, reason, 0, 0, 0, 0
    FROM coverage WHERE outcome = 'refused' ORDER BY ref;

    ALTER TABLE jobs ADD COLUMN undone_at TEXT;
    -- where the time went, span by span
    ALTER TABLE jobs ADD COLUMN timeline_json TEXT;
    -- when the page was compared with the ledger, which may be seconds after it was asked; NULL in older ones
    ALTER TABLE raw_pages ADD COLUMN stored_at TEXT;

    CREATE VIEW receipts_v1 AS
      SELECT e.ref AS id, j.id AS job_id, c.id AS connection_id, a.account_id, e.kind, e.from_day, e.to_day, e.at,
             e.http_status, e.reason, e.returned, e.unreadable, e.inserted, e.duplicates, e.changed, e.removed,
             e.settled
      FROM receipt_entries e
      JOIN jobs j ON j.ref = e.job_ref
      JOIN accounts a ON a.ref = e.account_ref
      JOIN connections c ON c.ref = a.connection_ref;
  `,
};
