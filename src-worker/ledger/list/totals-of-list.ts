import type { CurrencyTotal, TransactionListFilter } from '#shared/transaction-list.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import { filterCondition, listedRows, shownAmount } from './filter-conditions.ts';

/** Count and sums of all rows that fit, a line for each currency, by its name. */
export function totalsOfList({ db }: ReadingLedger, filter: TransactionListFilter): readonly CurrencyTotal[] {
  const { sql, values } = filterCondition(db, filter);
  return db
    .prepare<unknown[], CurrencyTotal>(
      `SELECT t.currency, count(*) AS count, sum(max(${shownAmount}, 0)) AS in_minor,
              sum(min(${shownAmount}, 0)) AS out_minor
       FROM ${listedRows} WHERE ${sql} GROUP BY t.currency ORDER BY t.currency`,
    )
    .all(...values);
}
