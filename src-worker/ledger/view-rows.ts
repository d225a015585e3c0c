import type { AccountRow, ConnectionRow, TransactionRow } from '#shared/ledger-views.ts';
import { listedColumns } from './list/rows-by-ref.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';
import { schemaVersion } from './schema-version.ts';

/** Which transactions; what is absent does not restrict. Days are `YYYY-MM-DD`, both included. */
export interface TransactionFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** TrueLayer's. */
  readonly accountId?: string | undefined;
  /** Anywhere in description, merchant or note, capitals or not. */
  readonly search?: string | undefined;
  /** The user's own where there is one, else the bank's. */
  readonly category?: string | undefined;
  /** `true`: only the rows the user has hidden, which are not in `transactions_v1`. */
  readonly hidden?: boolean | undefined;
}

/** `connections_v1`, by the bank's name. */
export const listConnections = ({ db }: ReadingLedger): readonly ConnectionRow[] =>
  db.prepare<[], ConnectionRow>('SELECT * FROM connections_v1 ORDER BY provider_name, id').all();

/** `accounts_v1`, by name within a connection. */
export const listAccounts = ({ db }: ReadingLedger): readonly AccountRow[] =>
  db
    .prepare<[], AccountRow>('SELECT * FROM accounts_v1 ORDER BY connection_id, display_name, account_id')
    .all();

/** Newest first, within a day too. */
export function listTransactions(
  { db }: ReadingLedger,
  filter: TransactionFilter,
  limit: number,
): readonly TransactionRow[] {
  const { where, values } = conditions(filter, schemaVersion(db) >= versionWithNotes);
  return db
    .prepare<(string | number)[], TransactionRow>(
      `SELECT * FROM ${filter.hidden === true ? hiddenRows : 'transactions_v1'} ${where} ORDER BY date DESC, timestamp_utc DESC, id DESC LIMIT ?`,
    )
    .all(...values, limit);
}

/** The hidden rows with the columns of `transactions_v1`. */
const hiddenRows = `(
  SELECT ${listedColumns} FROM shown_overlays o
  CROSS JOIN transactions t ON t.ref = o.transaction_ref
  JOIN accounts a ON a.ref = t.account_ref
  JOIN connections c ON c.ref = a.connection_ref
  WHERE o.is_hidden = 1 AND t.removed_at IS NULL)`;

/** A ledger that may only be read is read as it is: an older one has no notes yet. */
const versionWithNotes = 13;

function conditions(
  { from, to, accountId, search, category }: TransactionFilter,
  hasNotes: boolean,
): {
  readonly where: string;
  readonly values: readonly string[];
} {
  const parts: string[] = [];
  const values: string[] = [];
  const add = (sql: string, ...bound: readonly string[]): void => {
    parts.push(sql);
    values.push(...bound);
  };
  if (from !== undefined) add('date >= ?', from);
  if (to !== undefined) add('date <= ?', to);
  if (accountId !== undefined) add('account_id = ?', accountId);
  if (category !== undefined) add('coalesce(own_category, category) = ?', category);
  if (search !== undefined && search !== '') {
    // In a LIKE pattern these three mean something; what people type means itself.
    const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const columns = ['description', 'merchant', ...(hasNotes ? ['note'] : [])];
    const like = columns.map((column) => String.raw`${column} LIKE ? ESCAPE '\'`).join(' OR ');
    add(`(${like})`, ...columns.map(() => pattern));
  }
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}
