import type { Migration } from './migration.ts';

/** Who the bank is and what it holds. No secret is ever stored here. */
export const connectionsAndAccounts: Migration = {
  version: 1,
  sql: `
    CREATE TABLE connections (
      ref INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      environment TEXT NOT NULL,
      auth_url TEXT NOT NULL,
      api_url TEXT NOT NULL,
      client_id TEXT NOT NULL,
      redirect_uri TEXT NOT NULL,
      provider_id TEXT NOT NULL,
      provider_name TEXT NOT NULL,
      state TEXT NOT NULL,
      -- TrueLayer's id of the consent, another after every plain reconnect
      credentials_id TEXT,
      consent_created_at TEXT,
      consent_expires_at TEXT,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE accounts (
      ref INTEGER PRIMARY KEY,
      connection_ref INTEGER NOT NULL REFERENCES connections (ref),
      account_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('account', 'card')),
      display_name TEXT NOT NULL,
      currency TEXT NOT NULL,
      type TEXT,
      numbers_json TEXT NOT NULL,
      first_seen_at TEXT NOT NULL,
      last_seen_at TEXT NOT NULL,
      UNIQUE (connection_ref, account_id)
    ) STRICT;
    CREATE INDEX accounts_by_account_id ON accounts (account_id);
  `,
};
