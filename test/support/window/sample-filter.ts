import type { ListedTransaction, TransactionListFilter, TransactionSort } from '#shared/transaction-list.ts';
import { receiptSample } from './receipt-samples.ts';

/**
 * Whether the ledger would show this row, by the words of the contract; sizes as if every currency had pence, and with
 * any sync came the newest rows, as many as its sample of a receipt says.
 */
export function fitsFilter(row: ListedTransaction, filter: TransactionListFilter): boolean {
  const { accountIds, from, to, minSize, maxSize, categories, status, direction, hidden, search } = filter;
  const { newSince = '', cameWith } = filter;
  const size = Math.abs(row.amount_minor) / 100;
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const texts = [row.description, row.merchant, row.note, row.own_category ?? row.category]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return (
    (accountIds === undefined || accountIds.includes(row.account_id)) &&
    (from === undefined || row.date >= from) &&
    (to === undefined || row.date <= to) &&
    (minSize === undefined || size >= Number(minSize)) &&
    (maxSize === undefined || size <= Number(maxSize)) &&
    (categories === undefined || categories.includes(row.own_category ?? row.category)) &&
    (status === undefined || row.status === status) &&
    (direction === undefined || (direction === 'in' ? row.amount_minor > 0 : row.amount_minor < 0)) &&
    (hidden === 'with' || row.is_hidden === (hidden === 'only')) &&
    row.first_seen_at > newSince &&
    (cameWith === undefined || row.id > 1_000_000 - receiptSample.listed) &&
    words.every((word) => texts.some((text) => text.startsWith(word)))
  );
}

/** In the order asked for; equal rows stay as they are, newest first. */
export function sortedRows(
  rows: readonly ListedTransaction[],
  { by, order }: TransactionSort,
): readonly ListedTransaction[] {
  const sign = order === 'ascending' ? 1 : -1;
  const compare = (a: ListedTransaction, b: ListedTransaction): number => {
    if (by === 'amount') return a.amount_minor - b.amount_minor;
    const [left, right] = by === 'date' ? [a.date, b.date] : [a.description, b.description];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  return rows.toSorted((a, b) => sign * compare(a, b));
}
