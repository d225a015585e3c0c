import type { InsightFilter } from '#shared/insights.ts';
import type { ReadingDatabase } from '../ledger-database.ts';

/** An insight's rows as SQL: `t` is the table of transactions. Every value is bound. */
export interface RowsOfFilter {
  /** For a `WHERE`; by days, of the ledger or of some accounts, so that an index of days is walked. */
  readonly where: string;
  readonly values: readonly (string | number)[];
}

/** Live rows of the currency on these accounts and days. What the user hides or turns is not looked at here. */
export function rowsOfFilter(db: ReadingDatabase, filter: InsightFilter): RowsOfFilter {
  const days = `t.date BETWEEN ? AND ? AND t.removed_at IS NULL AND t.currency = ?`;
  const values = [filter.from, filter.to, filter.currency];
  // All of them: one walk through the days of the ledger instead of one through each account's.
  if (filter.accountIds === undefined) return { where: days, values };
  const refs = accountRefsOf(db, filter.accountIds);
  return {
    where: `t.account_ref IN (${refs.map(() => '?').join(', ')}) AND ${days}`,
    values: [...refs, ...values],
  };
}

/** `accountIds`: TrueLayer's; all accounts when left out. One id may be two accounts, seen through two connections. */
export function accountRefsOf(db: ReadingDatabase, accountIds?: readonly string[]): readonly number[] {
  if (accountIds === undefined) {
    return db.prepare<[], number>('SELECT ref FROM accounts ORDER BY ref').pluck().all();
  }
  return db
    .prepare<[string], number>(
      'SELECT ref FROM accounts WHERE account_id IN (SELECT value FROM json_each(?)) ORDER BY ref',
    )
    .pluck()
    .all(JSON.stringify(accountIds));
}
