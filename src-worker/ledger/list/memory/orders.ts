import { minorUnitExponent } from '#shared/currency.ts';
import type { TransactionSort } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../../ledger-database.ts';
import { createDescriptionRanks } from './description-ranks.ts';
import type { ListColumns } from './list-columns.ts';
import type { NewestOrder } from './newest-order.ts';
import { orderedByNumber } from './ordered-by-number.ts';

/** The orders a list may have, each made when it is first asked for and kept until a row changes. */
export interface Orders {
  /** Places of all live rows. */
  readonly of: (sort: TransactionSort) => Int32Array;
  /** `places`: of rows whose values changed, or that are new. */
  readonly changed: (places: readonly number[]) => void;
}

/** @see Orders */
export function createOrders(db: ReadingDatabase, columns: ListColumns, newestFirst: NewestOrder): Orders {
  const descriptions = createDescriptionRanks(db, columns);
  const made = new Map<string, Int32Array>();

  function make({ by, order }: TransactionSort): Int32Array {
    const newest = newestFirst.places.subarray(0, newestFirst.length);
    const descending = order === 'descending';
    switch (by) {
      case 'date':
        return descending ? newest : newest.toReversed();
      case 'amount':
        return orderedByNumber(newest, amountNumbers(columns), descending);
      case 'description':
        return orderedByNumber(newest, descriptions.ranks(), descending);
    }
  }

  return {
    of: (sort) => {
      const key = `${sort.by} ${sort.order}`;
      const order = made.get(key) ?? make(sort);
      made.set(key, order);
      return order;
    },
    changed: (places) => {
      made.clear();
      descriptions.changed(places);
    },
  };
}

/** In the smallest unit of all currencies, so that they order by the number people read: 500 yen after 4.20 pounds. */
function amountNumbers({ size, amountMinor, kind, kinds }: ListColumns): Float64Array {
  const exponents = kinds.all.map(({ currency }) => minorUnitExponent(currency));
  const most = Math.max(0, ...exponents);
  const factors = exponents.map((exponent) => 10 ** (most - exponent));
  const numbers = new Float64Array(size);
  for (let place = 0; place < size; place += 1) {
    numbers[place] = (amountMinor[place] ?? 0) * (factors[kind[place] ?? 0] ?? 1);
  }
  return numbers;
}
