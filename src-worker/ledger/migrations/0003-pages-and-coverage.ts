import type { Migration } from './migration.ts';

/** What was asked and what came back, byte for byte. */
export const pagesAndCoverage: Migration = {
  version: 3,
  sql: `
    CREATE TABLE raw_pages (
      ref INTEGER PRIMARY KEY,
      account_ref INTEGER NOT NULL REFERENCES accounts (ref),
      job_ref INTEGER NOT NULL REFERENCES jobs (ref),
      kind TEXT NOT NULL CHECK (kind IN ('transactions', 'pending')),
      -- the window asked; NULL for the pending set, which has none
      from_day TEXT,
      to_day TEXT,
      asked_at TEXT NOT NULL,
      http_status INTEGER NOT NULL,
      body_bytes INTEGER NOT NULL,
      -- the body as received, zstd
      body_zstd BLOB NOT NULL
    ) STRICT;

    CREATE TABLE coverage (
      ref INTEGER PRIMARY KEY,
      account_ref INTEGER NOT NULL REFERENCES accounts (ref),
      job_ref INTEGER NOT NULL REFERENCES jobs (ref),
      raw_page_ref INTEGER REFERENCES raw_pages (ref),
      from_day TEXT NOT NULL,
      to_day TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'refused')),
      -- a failure kind, for refusals
      reason TEXT,
      rows INTEGER NOT NULL,
      asked_at TEXT NOT NULL,
      -- under which consent: what an older one refused, a newer one may allow
      consent TEXT NOT NULL
    ) STRICT;
    CREATE INDEX coverage_by_account ON coverage (account_ref, outcome, from_day);
  `,
};
