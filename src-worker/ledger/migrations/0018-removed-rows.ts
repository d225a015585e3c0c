import type { Migration } from './migration.ts';

/**
 * The few rows that are not live: how many live ones there are is all rows, which SQLite counts by pages, less these.
 * Counting them one by one takes longer than the first page of a list may.
 */
export const removedRows: Migration = {
  version: 18,
  sql: `CREATE INDEX transactions_removed ON transactions (removed_at) WHERE removed_at IS NOT NULL;`,
};
