import type {
  CategoryCount,
  CurrencyTotal,
  ListedTransaction,
  TransactionListFilter,
} from '#shared/transaction-list.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import type { ListAnswers, ListPage } from './list-answers.ts';
import { listBySql } from './list-by-sql.ts';
import { heldListOf } from './memory/held-lists.ts';
import { rowsByRef } from './rows-by-ref.ts';

/** Some rows from the middle of the list, and how many there are in all: both of one moment, whatever a sync writes. */
export const pageOfList = (
  { db }: ReadingLedger,
  page: ListPage,
): { readonly rows: readonly ListedTransaction[]; readonly total: number } =>
  db.transaction(() => {
    const { refs, total } = listOf(db, page.sort.by !== 'date').page(page);
    return { rows: rowsByRef(db, refs), total };
  })();

/** Count and sums of all rows that fit, a line for each currency, by its name. */
export const totalsOfList = (
  { db }: ReadingLedger,
  filter: TransactionListFilter,
): readonly CurrencyTotal[] => db.transaction(() => listOf(db).totals(filter))();

/** The categories that rows of the list have, most used first. */
export const listCategories = ({ db }: ReadingLedger): readonly CategoryCount[] =>
  db.transaction(() => listOf(db).categories())();

/** To put a million rows into another order takes the file longer than to read them all. */
const listOf = (db: ReadingLedger['db'], isSlowBySql = false): ListAnswers =>
  heldListOf(db, isSlowBySql) ?? listBySql(db);
