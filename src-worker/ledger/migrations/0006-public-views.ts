import type { Migration } from './migration.ts';

/** The public face (docs/ledger.md): names and columns are a contract; the tables behind them are not. */
export const publicViews: Migration = {
  version: 6,
  sql: `
    CREATE VIEW transactions_v1 AS
      SELECT t.ref AS id, c.id AS connection_id, a.account_id, t.date, t.timestamp_utc, t.amount_minor, t.currency,
             t.description, t.merchant, t.category, t.status, t.normalised_id, t.provider_id, t.first_seen_at,
             t.updated_at
      FROM transactions t
      JOIN accounts a ON a.ref = t.account_ref
      JOIN connections c ON c.ref = a.connection_ref
      WHERE t.removed_at IS NULL;

    CREATE VIEW accounts_v1 AS
      SELECT a.account_id, c.id AS connection_id, a.kind, a.display_name, a.currency,
             b.current_minor AS balance_minor, b.available_minor, b.last_seen_at AS balance_at
      FROM accounts a
      JOIN connections c ON c.ref = a.connection_ref
      LEFT JOIN balances b ON b.ref = (SELECT max(ref) FROM balances WHERE account_ref = a.ref);

    CREATE VIEW connections_v1 AS
      SELECT id, provider_id, provider_name, environment, consent_expires_at, state FROM connections;

    CREATE VIEW jobs_v1 AS
      SELECT id, requested_by, status, started_at, finished_at, transactions_synced, duplicates, updated, removed,
             errors, rate_limited
      FROM jobs;

    CREATE VIEW recurring_v1 AS
      SELECT r.ref AS id, a.account_id, r.kind, r.payee, r.amount_minor, r.currency, r.next_date, r.status
      FROM recurring r
      JOIN accounts a ON a.ref = r.account_ref
      WHERE r.removed_at IS NULL;
  `,
};
