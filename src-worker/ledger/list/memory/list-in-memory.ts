import type { CurrencyTotal, TransactionListFilter, TransactionSort } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../../ledger-database.ts';
import type { ListAnswers } from '../list-answers.ts';
import type { ListColumns } from './list-columns.ts';
import { matchingRows } from './matching-rows.ts';
import { createOrders } from './orders.ts';

/** Filters and lists kept at a time: what one window and its searches go back and forth between. */
const mostKept = 12;

/** The answers, and what has to be told when rows have changed. */
export interface KeptLists {
  readonly answers: ListAnswers;
  /** Places of all live rows, newest first. */
  readonly newest: () => Int32Array;
  /** `places`: those whose values changed, or are new. */
  readonly changed: (newest: Int32Array, places: readonly number[]) => void;
}

/**
 * Questions about the list from columns in memory. A filter is one pass over them and a list one pass over an order; both
 * are kept until a row changes, so that scrolling is slicing.
 */
export function createListAnswers(
  db: ReadingDatabase,
  columns: ListColumns,
  newestFirst: Int32Array,
): KeptLists {
  const orders = createOrders(db, columns, newestFirst);
  const marks = new Map<string, Uint8Array>();
  const lists = new Map<string, Int32Array>();
  const totals = new Map<string, readonly CurrencyTotal[]>();

  const marksOf = (filter: TransactionListFilter): Uint8Array =>
    kept(marks, JSON.stringify(filter), () => matchingRows(db, columns, filter));

  const listOf = (filter: TransactionListFilter, sort: TransactionSort): Int32Array =>
    kept(lists, JSON.stringify([filter, sort]), () => {
      const fits = marksOf(filter);
      return orders.of(sort).filter((place) => fits[place] === 1);
    });

  return {
    answers: {
      page: ({ filter, sort, offset, limit }) => {
        const list = listOf(filter, sort);
        const places = list.subarray(offset, offset + limit);
        return { refs: Array.from(places, (place) => columns.ref[place] ?? 0), total: list.length };
      },
      totals: (filter) => kept(totals, JSON.stringify(filter), () => totalsOf(columns, marksOf(filter))),
    },
    newest: orders.newest,
    changed: (newest, places) => {
      orders.changed(newest, places);
      marks.clear();
      lists.clear();
      totals.clear();
    },
  };
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

function totalsOf(
  { size, kind, kinds, amountMinor }: ListColumns,
  marks: Uint8Array,
): readonly CurrencyTotal[] {
  const counts = new Float64Array(kinds.all.length);
  const ins = new Float64Array(kinds.all.length);
  const outs = new Float64Array(kinds.all.length);
  for (let place = 0; place < size; place += 1) {
    if (marks[place] !== 1) continue;
    const number = kind[place] ?? 0;
    const amount = amountMinor[place] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
    if (amount > 0) ins[number] = (ins[number] ?? 0) + amount;
    else outs[number] = (outs[number] ?? 0) + amount;
  }
  const byCurrency = new Map<string, { count: number; in_minor: number; out_minor: number }>();
  kinds.all.forEach(({ currency }, number) => {
    if (counts[number] === 0) return;
    const sum = byCurrency.get(currency) ?? { count: 0, in_minor: 0, out_minor: 0 };
    sum.count += counts[number] ?? 0;
    sum.in_minor += ins[number] ?? 0;
    sum.out_minor += outs[number] ?? 0;
    byCurrency.set(currency, sum);
  });
  return [...byCurrency]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({ currency, ...sum }));
}
