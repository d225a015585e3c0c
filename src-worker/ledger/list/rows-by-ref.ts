import type { ListedTransaction } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../ledger-database.ts';

interface StoredListed extends Omit<ListedTransaction, 'is_flipped' | 'is_hidden'> {
  readonly is_flipped: number;
  readonly is_hidden: number;
}

/** The columns of `transactions_v1`, which a test holds this to, from `t`, `a`, `c` and the shown overlay `o`. */
export const listedColumns = `t.ref AS id, c.id AS connection_id, a.account_id, t.date, t.timestamp_utc,
  iif(o.is_flipped = 1, -t.amount_minor, t.amount_minor) AS amount_minor, t.currency, t.description, t.merchant,
  t.category, t.status, t.normalised_id, t.provider_id, t.first_seen_at, t.updated_at, o.note, o.own_category`;

/** Rows as the list shows them, in the order of `refs`; removed and hidden ones too. */
export const rowsByRef = (db: ReadingDatabase, refs: readonly number[]): readonly ListedTransaction[] =>
  db
    .prepare<[string], StoredListed>(
      `SELECT ${listedColumns}, coalesce(o.is_flipped, 0) AS is_flipped, coalesce(o.is_hidden, 0) AS is_hidden
       FROM json_each(?) j
       CROSS JOIN transactions t ON t.ref = j.value
       CROSS JOIN accounts a ON a.ref = t.account_ref
       CROSS JOIN connections c ON c.ref = a.connection_ref
       LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref
       ORDER BY j.key`,
    )
    .all(JSON.stringify(refs))
    .map((row) => ({ ...row, is_flipped: row.is_flipped === 1, is_hidden: row.is_hidden === 1 }));
