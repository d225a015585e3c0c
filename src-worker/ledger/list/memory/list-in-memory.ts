import type {
  CategoryCount,
  CurrencyTotal,
  TransactionListFilter,
  TransactionSort,
} from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../../ledger-database.ts';
import type { ListAnswers, ListPage } from '../list-answers.ts';
import type { ListColumns } from './list-columns.ts';
import { categoriesOf, totalsOf } from './sums-of-rows.ts';
import { matchingRows, type MatchingRows } from './matching-rows.ts';
import { type NewestOrder, reorder } from './newest-order.ts';
import { createOrders } from './orders.ts';
import type { WordIndex } from './word-index.ts';

/** Rows at the beginning of a list that are looked for rather than listed. */
const nearTheTop = 1000;
/** Filters and lists kept at a time: what one window and its searches go back and forth between. */
const mostKept = 12;

/** The answers, and what has to be told when rows have changed. */
export interface KeptLists {
  readonly answers: ListAnswers;
  /** `places`: of rows whose values changed, or that are new. */
  readonly changed: (places: readonly number[]) => void;
}

/**
 * Questions about the list from columns in memory. A filter is one pass over them and a list one pass over an order; both
 * are kept until a row changes, so that scrolling is slicing.
 */
export function createListAnswers(
  db: ReadingDatabase,
  columns: ListColumns,
  newest: NewestOrder,
  words: WordIndex,
): KeptLists {
  const orders = createOrders(db, columns, newest);
  const matches = new Map<string, MatchingRows>();
  const lists = new Map<string, Int32Array>();
  const totals = new Map<string, readonly CurrencyTotal[]>();
  const categories = new Map<string, readonly CategoryCount[]>();

  const matching = (filter: TransactionListFilter): MatchingRows =>
    kept(matches, JSON.stringify(filter), () => matchingRows(db, columns, words, filter));

  const listOf = (filter: TransactionListFilter, sort: TransactionSort): Int32Array =>
    kept(lists, JSON.stringify([filter, sort]), () => onlyMatching(orders.of(sort), matching(filter)));

  /** The beginning of a list is found without making all of it, which is what somebody who types looks at. */
  const placesOf = ({ filter, sort, offset, limit }: ListPage): Int32Array => {
    const end = offset + limit;
    const { marks, count } = matching(filter);
    const list =
      end <= nearTheTop
        ? onlyMatching(orders.of(sort), { marks, count: Math.min(end, count) })
        : listOf(filter, sort);
    return list.subarray(offset, end);
  };

  return {
    answers: {
      page: (page) => ({
        refs: Array.from(placesOf(page), (place) => columns.ref[place] ?? 0),
        total: matching(page.filter).count,
      }),
      categories: () => kept(categories, '', () => categoriesOf(columns, matching({}).marks)),
      totals: (filter) =>
        kept(totals, JSON.stringify(filter), () => totalsOf(columns, matching(filter).marks)),
    },
    changed: (places) => {
      reorder(columns, newest, places);
      orders.changed(places);
      words.changed(places);
      matches.clear();
      lists.clear();
      totals.clear();
      categories.clear();
    },
  };
}

/**
 * The first `count` marked places. Not by `filter`, whose call for each of a million rows takes five times as long: the next
 * place is written over a one that does not fit.
 */
function onlyMatching(order: Int32Array, { marks, count }: MatchingRows): Int32Array {
  if (count === order.length) return order;
  const list = new Int32Array(count + 1);
  let length = 0;
  for (let at = 0; at < order.length && length < count; at += 1) {
    const place = order[at] ?? 0;
    list[length] = place;
    length += marks[place] ?? 0;
  }
  return list.subarray(0, count);
}

/** The newest `mostKept` by their last use. */
function kept<V>(known: Map<string, V>, key: string, make: () => V): V {
  const value = known.get(key) ?? make();
  known.delete(key);
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return value;
}
