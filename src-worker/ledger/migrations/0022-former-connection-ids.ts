import type { Migration } from './migration.ts';

/** Ids that were told of connections whose accounts turned out to be another's: they go on meaning that other one. */
export const formerConnectionIds: Migration = {
  version: 22,
  sql: `
    CREATE TABLE former_connection_ids (
      connection_id TEXT PRIMARY KEY,
      connection_ref INTEGER NOT NULL REFERENCES connections (ref) ON DELETE CASCADE,
      replaced_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
