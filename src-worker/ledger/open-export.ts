import type { ExportWish } from '#shared/export.ts';
import type { ExportAccount, ExportRow, ExportSource } from '../export/export-row.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';

/** What an export is made from, and how many rows it will see. */
export interface OpenExport {
  readonly source: ExportSource;
  readonly booked: number;
  readonly pending: number;
}

/** The part of the ledger that was asked for. Nothing is read but the accounts and two counts. */
export function openExport({ db }: ReadingLedger, wish: ExportWish, nowIso: string): OpenExport {
  const { from, to, accountIds } = wish;
  const isAsked = ({ account_id: id }: ExportAccount): boolean => accountIds?.includes(id) ?? true;
  const accounts = db
    .prepare<[], ExportAccount>(
      `SELECT a.*, c.provider_name FROM accounts_v1 a JOIN connections_v1 c ON c.id = a.connection_id
       ORDER BY c.provider_name, c.id, a.display_name, a.account_id`,
    )
    .all()
    .filter(isAsked);
  const { where, values } = conditions(wish);
  const ofOne = `${where} AND connection_id = ? AND account_id = ?`;
  const counts = db
    .prepare<string[], { status: string; rows: number }>(
      `SELECT status, count(*) AS rows FROM transactions_v1 ${where} GROUP BY status`,
    )
    .all(...values);
  const countOf = (status: string): number => counts.find((each) => each.status === status)?.rows ?? 0;
  const order = 'ORDER BY date, timestamp_utc, id';
  const source: ExportSource = {
    accounts,
    nowIso,
    from,
    to,
    rows: (account) =>
      account === undefined
        ? db
            .prepare<string[], ExportRow>(`SELECT * FROM transactions_v1 ${where} ${order}`)
            .iterate(...values)
        : db
            .prepare<string[], ExportRow>(`SELECT * FROM transactions_v1 ${ofOne} ${order}`)
            .iterate(...values, account.connection_id, account.account_id),
    currencies: (account) => {
      const found = db
        .prepare<string[], string>(
          `SELECT DISTINCT currency FROM transactions_v1 ${ofOne} AND status = 'booked' ORDER BY currency`,
        )
        .pluck()
        .all(...values, account.connection_id, account.account_id);
      return [...new Set([account.currency, ...found])];
    },
  };
  return { source, booked: countOf('booked'), pending: countOf('pending') };
}

function conditions({ from, to, accountIds }: ExportWish): {
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
  if (accountIds !== undefined) {
    add(`account_id IN (${accountIds.map(() => '?').join(', ')})`, ...accountIds);
  }
  return { where: `WHERE ${parts.length === 0 ? 'true' : parts.join(' AND ')}`, values };
}
