import type { Migration } from './migration.ts';

/**
 * The list of all accounts' rows in the order the window shows them, so that a page from its middle is found by
 * walking an index instead of sorting the ledger. Partial: what was removed is not in the list.
 */
export const newestFirst: Migration = {
  version: 7,
  sql: `
    CREATE INDEX transactions_newest ON transactions (date, timestamp_utc) WHERE removed_at IS NULL;
  `,
};
