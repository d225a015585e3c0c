import type { Migration } from './migration.ts';

/**
 * The lists of all rows and of an account's rows in the order the window shows them, so that a page from the middle
 * is found by walking an index instead of sorting the ledger. The account's is the index a sync reads by, made wider:
 * a third whole index would cost each insert more.
 */
export const newestFirst: Migration = {
  version: 7,
  sql: `
    DROP INDEX transactions_by_day;
    CREATE INDEX transactions_by_day ON transactions (account_ref, date, timestamp_utc, removed_at);
    CREATE INDEX transactions_newest ON transactions (date, timestamp_utc) WHERE removed_at IS NULL;
  `,
};
