import type { Migration } from './migration.ts';

/** Balances over time, one row per value held, and standing orders and direct debits. */
export const balancesAndRecurring: Migration = {
  version: 5,
  sql: `
    CREATE TABLE balances (
      ref INTEGER PRIMARY KEY,
      account_ref INTEGER NOT NULL REFERENCES accounts (ref),
      job_ref INTEGER NOT NULL REFERENCES jobs (ref),
      currency TEXT NOT NULL,
      current_minor INTEGER NOT NULL,
      available_minor INTEGER,
      overdraft_minor INTEGER,
      credit_limit_minor INTEGER,
      bank_updated_at TEXT,
      first_seen_at TEXT NOT NULL,
      last_seen_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX balances_by_account ON balances (account_ref);

    CREATE TABLE recurring (
      ref INTEGER PRIMARY KEY,
      account_ref INTEGER NOT NULL REFERENCES accounts (ref),
      kind TEXT NOT NULL CHECK (kind IN ('standing-order', 'direct-debit')),
      provider_ref TEXT,
      payee TEXT NOT NULL,
      reference TEXT,
      amount_minor INTEGER,
      currency TEXT NOT NULL,
      frequency TEXT,
      next_date TEXT,
      previous_date TEXT,
      status TEXT,
      first_seen_at TEXT NOT NULL,
      last_seen_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT;
    CREATE INDEX recurring_by_account ON recurring (account_ref, kind);
  `,
};
