import type { Migration } from './migration.ts';

/**
 * Jobs. The counters are written in the same transactions as the rows they count, so they are right after any
 * crash; the JSON columns are what the owner last told.
 */
export const jobs: Migration = {
  version: 2,
  sql: `
    CREATE TABLE jobs (
      ref INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      requested_by TEXT NOT NULL,
      attended INTEGER NOT NULL CHECK (attended IN (0, 1)),
      -- what was asked for; NULL is all
      connection_ref INTEGER REFERENCES connections (ref),
      account_id TEXT,
      from_day TEXT,
      to_day TEXT,
      status TEXT NOT NULL,
      owner_host TEXT NOT NULL,
      owner_pid INTEGER NOT NULL,
      heartbeat_at TEXT NOT NULL,
      started_at TEXT NOT NULL,
      finished_at TEXT,
      transactions_synced INTEGER NOT NULL DEFAULT 0,
      duplicates INTEGER NOT NULL DEFAULT 0,
      updated INTEGER NOT NULL DEFAULT 0,
      removed INTEGER NOT NULL DEFAULT 0,
      pages_done INTEGER NOT NULL DEFAULT 0,
      errors INTEGER NOT NULL DEFAULT 0,
      rate_limited INTEGER NOT NULL DEFAULT 0,
      progress_json TEXT,
      accounts_json TEXT,
      performance_json TEXT
    ) STRICT;
    CREATE INDEX jobs_not_ended ON jobs (ref) WHERE finished_at IS NULL;

    CREATE TABLE job_accounts (
      job_ref INTEGER NOT NULL REFERENCES jobs (ref),
      account_ref INTEGER NOT NULL REFERENCES accounts (ref),
      transactions_synced INTEGER NOT NULL DEFAULT 0,
      duplicates INTEGER NOT NULL DEFAULT 0,
      updated INTEGER NOT NULL DEFAULT 0,
      removed INTEGER NOT NULL DEFAULT 0,
      pages_done INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (job_ref, account_ref)
    ) STRICT, WITHOUT ROWID;

    -- calls without the user present, which banks allow four of a day (truelayer.md 4.3)
    CREATE TABLE call_budget (
      connection_ref INTEGER NOT NULL REFERENCES connections (ref),
      account_id TEXT NOT NULL,
      endpoint TEXT NOT NULL,
      day TEXT NOT NULL,
      used INTEGER NOT NULL,
      PRIMARY KEY (connection_ref, account_id, endpoint, day)
    ) STRICT, WITHOUT ROWID;
  `,
};
