import type { AccountRow, ConnectionRow, TransactionRow } from '#shared/ledger-views.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';

/** Which transactions; what is absent does not restrict. Days are `YYYY-MM-DD`, both included. */
export interface TransactionFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** TrueLayer's. */
  readonly accountId?: string | undefined;
  /** Anywhere in description or merchant, capitals or not. */
  readonly search?: string | undefined;
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
  const { where, values } = conditions(filter);
  return db
    .prepare<(string | number)[], TransactionRow>(
      `SELECT * FROM transactions_v1 ${where} ORDER BY date DESC, timestamp_utc DESC, id DESC LIMIT ?`,
    )
    .all(...values, limit);
}

function conditions({ from, to, accountId, search }: TransactionFilter): {
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
  if (search !== undefined && search !== '') {
    // In a LIKE pattern these three mean something; what people type means itself.
    const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    add(String.raw`(description LIKE ? ESCAPE '\' OR merchant LIKE ? ESCAPE '\')`, pattern, pattern);
  }
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}
