import type { Migration } from './migration.ts';

/**
 * Finding the other end of a transfer between own accounts: the same amount with the other sign, a few days apart. Only
 * rows that may be one are in it, which leaves most of a ledger out and a sync as fast as it was.
 */
export const ownTransfers: Migration = {
  version: 16,
  sql: `
    CREATE INDEX transactions_maybe_transfer ON transactions (currency, amount_minor, date, account_ref)
      WHERE removed_at IS NULL AND category NOT IN ('PURCHASE', 'ATM', 'FEE_CHARGE', 'INTEREST');
  `,
};
