import { toIso } from '#shared/clock.ts';
import type { WritingDatabase } from '../../src-worker/ledger/ledger-database.ts';

/** Inserts a page's rows as they come, in one transaction. */
export interface BareTable {
  readonly insertPage: (accountId: string, rows: readonly Readonly<Record<string, unknown>>[]) => void;
}

/**
 * The bare loop's side of the ledger's schema: the same columns, keys, indexes, foreign keys and pragmas as the
 * product's rows, with a key made the simplest way. A page has its row, because rows refer to it, but no body.
 */
export function openBareTable(db: WritingDatabase, accountIds: readonly string[]): BareTable {
  const nowIso = toIso(Date.now());
  db.exec(`
    INSERT INTO connections (ref, id, environment, auth_url, api_url, client_id, redirect_uri, provider_id,
        provider_name, state, created_at, updated_at)
      VALUES (1, 'c', 'custom', '', '', '', '', '', '', 'active', '', '');
    INSERT INTO jobs (ref, id, requested_by, attended, status, owner_host, owner_pid, heartbeat_at, started_at)
      VALUES (1, 'j', 'user', 1, 'syncing', '', 0, '', '');`);
  const addAccount = db.prepare(
    `INSERT INTO accounts (ref, connection_ref, account_id, kind, display_name, currency, numbers_json, first_seen_at,
       last_seen_at)
     VALUES (?, 1, ?, 'account', '', 'GBP', '{}', '', '')`,
  );
  for (const [index, accountId] of accountIds.entries()) addAccount.run(index + 1, accountId);
  const addPage = db.prepare(
    `INSERT INTO raw_pages (account_ref, job_ref, kind, asked_at, http_status, body_bytes, body_zstd)
     VALUES (?, 1, 'transactions', ?, 200, 0, x'')`,
  );
  const addRow = db.prepare(
    `INSERT INTO transactions (
       identity_key, date, timestamp_utc, amount_minor, currency, description, merchant, category,
       classification_json, running_balance_minor, meta_json, transaction_id, normalised_id, provider_id, is_edge,
       account_ref, status, first_seen_at, updated_at, first_page_ref, last_page_ref
     ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 'booked', ?, ?, ?, ?)`,
  );
  let serial = 0;
  const keyOf = (normalisedId: unknown, providerId: unknown): string => {
    if (typeof normalisedId === 'string') return `n:${normalisedId}`;
    if (typeof providerId === 'string') return `p:${providerId}`;
    serial += 1;
    return `f:${serial}`;
  };
  const insertPage = db.transaction(
    (accountRef: number, rows: readonly Readonly<Record<string, unknown>>[]): void => {
      const page = addPage.run(accountRef, nowIso).lastInsertRowid;
      for (const row of rows) {
        const size = Math.round(Math.abs(Number(row['amount'])) * 100);
        const balance = row['running_balance'] as { readonly amount: number } | undefined;
        addRow.run(
          keyOf(row['normalised_provider_transaction_id'], row['provider_transaction_id']),
          String(row['timestamp']).slice(0, 10),
          row['timestamp'],
          row['transaction_type'] === 'DEBIT' ? -size : size,
          row['currency'],
          row['description'],
          row['merchant_name'] ?? null,
          row['transaction_category'],
          JSON.stringify(row['transaction_classification']),
          balance === undefined ? null : Math.round(balance.amount * 100),
          row['meta'] === undefined ? null : JSON.stringify(row['meta']),
          row['transaction_id'],
          row['normalised_provider_transaction_id'] ?? null,
          row['provider_transaction_id'] ?? null,
          accountRef,
          nowIso,
          nowIso,
          page,
          page,
        );
      }
    },
  );
  const refs = new Map(accountIds.map((accountId, index) => [accountId, index + 1]));
  return {
    insertPage: (accountId, rows) => insertPage.immediate(refs.get(accountId) ?? 0, rows),
  };
}
