import { minorUnitExponent } from '#shared/currency.ts';
import type { TransactionSort } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../../ledger-database.ts';
import type { ListColumns } from './list-columns.ts';
import { orderedByRank, ranksOf } from './ordered-by-rank.ts';

/** The orders a list may have, each made when it is first asked for and kept until a row changes. */
export interface Orders {
  /** Places of all live rows. */
  readonly of: (sort: TransactionSort) => Int32Array;
  readonly newest: () => Int32Array;
  /** `places`: those whose values changed, or are new. */
  readonly changed: (newest: Int32Array, places: readonly number[]) => void;
}

/** @see Orders */
export function createOrders(db: ReadingDatabase, columns: ListColumns, newestFirst: Int32Array): Orders {
  let newest = newestFirst;
  const made = new Map<string, Int32Array>();

  function make({ by, order }: TransactionSort): Int32Array {
    switch (by) {
      case 'date':
        return order === 'descending' ? newest : newest.toReversed();
      case 'amount':
        return ordered(amountNumbers(columns), (a, b) => a - b, order);
      case 'description':
        return ordered(descriptionNumbers(db, columns), (a, b) => (a < b ? -1 : 1), order);
    }
  }

  const ordered = <V>(
    { numbers, values }: Numbered<V>,
    compare: (a: V, b: V) => number,
    order: TransactionSort['order'],
  ): Int32Array =>
    orderedByRank(newest, ranksOf(numbers, values, compare), values.length, order === 'descending');

  return {
    of: (sort) => {
      const key = `${sort.by} ${sort.order}`;
      const order = made.get(key) ?? make(sort);
      made.set(key, order);
      return order;
    },
    newest: () => newest,
    changed: (now) => {
      newest = now;
      made.clear();
    },
  };
}

/** Values numbered as they came: place i has `values[numbers[i]]`. */
interface Numbered<V> {
  readonly numbers: Int32Array;
  readonly values: readonly V[];
}

/** By the number people read: 500 yen are more than 4.20 pounds. */
function amountNumbers({ size, amountMinor, kind, kinds }: ListColumns): Numbered<number> {
  const units = kinds.all.map(({ currency }) => 10 ** minorUnitExponent(currency));
  return numbered(size, (place) => (amountMinor[place] ?? 0) / (units[kind[place] ?? 0] ?? 1));
}

/** Small and capital letters alike, as SQLite's NOCASE has it: those of ASCII. Not kept: they would fill memory. */
function descriptionNumbers(db: ReadingDatabase, { size, ref }: ListColumns): Numbered<string> {
  const texts = db
    .prepare<[number], string>('SELECT lower(description) FROM transactions WHERE ref <= ? ORDER BY ref')
    .pluck()
    .all(ref[size - 1] ?? 0);
  return numbered(size, (place) => texts[place] ?? '');
}

function numbered<V>(size: number, valueAt: (place: number) => V): Numbered<V> {
  const numbers = new Int32Array(size);
  const known = new Map<V, number>();
  for (let place = 0; place < size; place += 1) {
    const value = valueAt(place);
    let number = known.get(value);
    if (number === undefined) {
      number = known.size;
      known.set(value, number);
    }
    numbers[place] = number;
  }
  return { numbers, values: [...known.keys()] };
}
