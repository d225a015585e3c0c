import type {
  CategoryCount,
  CurrencyTotal,
  TransactionListFilter,
  TransactionSort,
} from '#shared/transaction-list.ts';

/** Which rows of the list, counted from its beginning. */
export interface ListPage {
  readonly filter: TransactionListFilter;
  readonly sort: TransactionSort;
  readonly offset: number;
  readonly limit: number;
}

/** The rows of a page in order, and how many there are in all. */
export interface FoundRows {
  readonly refs: readonly number[];
  readonly total: number;
}

/** Who answers questions about the list: the file, or memory. Both say the same, which a property test holds them to. */
export interface ListAnswers {
  readonly page: (page: ListPage) => FoundRows;
  /** A line for each currency, by its name. */
  readonly totals: (filter: TransactionListFilter) => readonly CurrencyTotal[];
  /** Of the rows shown without a filter, most used first; `is_own`: at least one row has it from the user. */
  readonly categories: () => readonly CategoryCount[];
}
