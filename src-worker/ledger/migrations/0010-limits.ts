import type { Migration } from './migration.ts';

/** What a provider's limits have taught, so that the next run does not learn it again at the user's cost. */
export const limits: Migration = {
  version: 10,
  sql: `
    -- the pause between calls that the provider has shown to need; no row: none
    CREATE TABLE provider_pauses (
      api_url TEXT NOT NULL,
      provider_id TEXT NOT NULL,
      pause_ms INTEGER NOT NULL,
      learnt_at TEXT NOT NULL,
      PRIMARY KEY (api_url, provider_id)
    ) STRICT, WITHOUT ROWID;

    -- how often 429 came, by UTC day
    CREATE TABLE rate_limit_days (
      api_url TEXT NOT NULL,
      provider_id TEXT NOT NULL,
      day TEXT NOT NULL,
      answers INTEGER NOT NULL,
      PRIMARY KEY (api_url, provider_id, day)
    ) STRICT, WITHOUT ROWID;

    -- provider_request_limit_exceeded: not asked again before; account_id '' is the connection's own
    CREATE TABLE daily_stops (
      connection_ref INTEGER NOT NULL REFERENCES connections (ref),
      account_id TEXT NOT NULL,
      endpoint TEXT NOT NULL,
      until_at TEXT NOT NULL,
      -- 1: said although the user was present, which lifts the limit for calls without them
      attended INTEGER NOT NULL CHECK (attended IN (0, 1)),
      PRIMARY KEY (connection_ref, account_id, endpoint)
    ) STRICT, WITHOUT ROWID;
  `,
};
