import type { Migration } from './migration.ts';

/** What makes a renewed consent go on with the old accounts, and the user's word on an account's signs. */
export const renewals: Migration = {
  version: 11,
  sql: `
    -- a connection made to renew another; gone with its row when that one goes on
    CREATE TABLE renewals (
      connection_ref INTEGER PRIMARY KEY REFERENCES connections (ref) ON DELETE CASCADE,
      renews_ref INTEGER NOT NULL REFERENCES connections (ref) ON DELETE CASCADE
    ) STRICT;

    -- ids an account had under earlier consents
    CREATE TABLE former_account_ids (
      account_ref INTEGER NOT NULL REFERENCES accounts (ref) ON DELETE CASCADE,
      account_id TEXT NOT NULL,
      replaced_at TEXT NOT NULL,
      PRIMARY KEY (account_ref, account_id)
    ) STRICT, WITHOUT ROWID;

    -- the user's overlay: no sync writes it
    CREATE TABLE account_overrides (
      account_ref INTEGER PRIMARY KEY REFERENCES accounts (ref) ON DELETE CASCADE,
      -- reversed: the bank sends money out as money in
      sign TEXT NOT NULL CHECK (sign IN ('as-sent', 'reversed')),
      changed_at TEXT NOT NULL
    ) STRICT;
  `,
};
