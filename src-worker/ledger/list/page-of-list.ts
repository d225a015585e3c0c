import type { ListedTransaction, TransactionListFilter, TransactionSort } from '#shared/transaction-list.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import { filterCondition, listedRows, shownAmount } from './filter-conditions.ts';
import { rowsByRef } from './rows-by-ref.ts';

/** Which rows of the list, counted from its beginning. */
export interface ListPage {
  readonly filter: TransactionListFilter;
  readonly sort: TransactionSort;
  readonly offset: number;
  readonly limit: number;
}

/** Some rows from the middle of the list, and how many there are in all. */
export function pageOfList(
  { db }: ReadingLedger,
  { filter, sort, offset, limit }: ListPage,
): { readonly rows: readonly ListedTransaction[]; readonly total: number } {
  const { sql, values } = filterCondition(db, filter);
  const total = db
    .prepare<unknown[], number>(`SELECT count(*) FROM ${listedRows} WHERE ${sql}`)
    .pluck()
    .get(...values);
  const refs = db
    .prepare<unknown[], number>(
      `SELECT t.ref FROM ${listedRows} WHERE ${sql} ORDER BY ${orderOf(sort)} LIMIT ? OFFSET ?`,
    )
    .pluck()
    .all(...values, limit, offset);
  return { rows: rowsByRef(db, refs), total: total ?? 0 };
}

function orderOf({ by, order }: TransactionSort): string {
  const direction = order === 'ascending' ? 'ASC' : 'DESC';
  const newest = 't.date DESC, t.timestamp_utc DESC, t.ref DESC';
  switch (by) {
    case 'date':
      return newest.replaceAll('DESC', direction);
    case 'amount':
      return `${shownAmount} ${direction}, ${newest}`;
    case 'description':
      return `t.description COLLATE NOCASE ${direction}, ${newest}`;
  }
}
