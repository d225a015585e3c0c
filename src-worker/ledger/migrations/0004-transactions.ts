import type { Migration } from './migration.ts';

/**
 * The rows. Two whole indexes only: the identity, which is a constraint and no hope, and the days of an account, which
 * a sync reads by. Every further one costs each insert; the partial ones hold few rows.
 */
export const transactions: Migration = {
  version: 4,
  sql: `
    CREATE TABLE transactions (
      ref INTEGER PRIMARY KEY,
      account_ref INTEGER NOT NULL REFERENCES accounts (ref),
      -- n:<normalised id>, p:<provider id> or f:<fingerprint>:<occurrence>; pending rows with 'pending:' before
      identity_key TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('booked', 'pending')),
      date TEXT NOT NULL,
      timestamp_utc TEXT NOT NULL,
      amount_minor INTEGER NOT NULL,
      currency TEXT NOT NULL,
      description TEXT NOT NULL,
      merchant TEXT,
      category TEXT NOT NULL,
      classification_json TEXT NOT NULL,
      running_balance_minor INTEGER,
      meta_json TEXT,
      transaction_id TEXT NOT NULL,
      normalised_id TEXT,
      provider_id TEXT,
      -- 1: once returned for a window that date lies a day outside of
      is_edge INTEGER NOT NULL CHECK (is_edge IN (0, 1)),
      first_seen_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      -- provenance: the page that brought it and the page that last changed it; each page names its job
      first_page_ref INTEGER NOT NULL REFERENCES raw_pages (ref),
      last_page_ref INTEGER NOT NULL REFERENCES raw_pages (ref),
      removed_at TEXT,
      removed_reason TEXT,
      became_ref INTEGER REFERENCES transactions (ref),
      CHECK ((removed_at IS NULL) = (removed_reason IS NULL)),
      UNIQUE (account_ref, identity_key)
    ) STRICT;
    CREATE INDEX transactions_by_day ON transactions (account_ref, date);
    CREATE INDEX transactions_pending ON transactions (account_ref)
      WHERE status = 'pending' AND removed_at IS NULL;
    -- without it each row deleted would search the whole table for rows that became it
    CREATE INDEX transactions_became ON transactions (became_ref) WHERE became_ref IS NOT NULL;
  `,
};
