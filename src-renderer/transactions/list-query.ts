import { newestFirst, type TransactionListFilter, type TransactionSort } from '#shared/transaction-list.ts';

/** Which transactions, and in which order. */
export interface ListQuery {
  readonly filter: TransactionListFilter;
  readonly sort: TransactionSort;
}

/** As every list begins: everything, newest first. */
export const everything: ListQuery = { filter: {}, sort: newestFirst };

/** Equal for the same question. */
export const queryKey = ({ filter, sort }: ListQuery): string => JSON.stringify([filter, sort]);

/** New rows of a sync come in at the top of this order, and nowhere else to speak of. */
export const isNewestFirst = ({ sort }: ListQuery): boolean =>
  sort.by === newestFirst.by && sort.order === newestFirst.order;

/**
 * The order after a click on a column: the one that is asked for most often first (newest, largest, A to Z), turned
 * round by the next click.
 */
export function sortAfterClick(by: TransactionSort['by'], now: TransactionSort): TransactionSort {
  if (now.by !== by) return { by, order: by === 'description' ? 'ascending' : 'descending' };
  return { by, order: now.order === 'ascending' ? 'descending' : 'ascending' };
}
