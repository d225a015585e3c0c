import { minorUnitExponent } from '#shared/currency.ts';
import type { TransactionListFilter } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { anywhereCondition, type Condition, wordsQuery } from './search-condition.ts';
import { largestMinor, smallestMinor } from './size-bounds.ts';

/** The rows of the list, before any filter: `t` with its shown overlay `o`. */
export const listedRows = `transactions t LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref`;

/** What a row's amount is to the user. */
export const shownAmount = 'iif(o.is_flipped = 1, -t.amount_minor, t.amount_minor)';

/** The filter as a condition on `listedRows`. */
export function filterCondition(db: ReadingDatabase, filter: TransactionListFilter): Condition {
  const parts: Condition[] = [{ sql: 't.removed_at IS NULL', values: [] }];
  const add = (sql: string, ...values: readonly (string | number)[]): void => {
    parts.push({ sql, values });
  };
  if (filter.hidden === undefined) add('o.is_hidden IS NOT 1');
  if (filter.hidden === 'only') add('o.is_hidden = 1');
  if (filter.accountIds !== undefined) {
    const refs = accountRefs(db, filter.accountIds);
    add(`t.account_ref IN (${refs.map(() => '?').join(', ')})`, ...refs);
  }
  if (filter.from !== undefined) add('t.date >= ?', filter.from);
  if (filter.to !== undefined) add('t.date <= ?', filter.to);
  if (filter.status !== undefined) add('t.status = ?', filter.status);
  if (filter.direction === 'in') add(`${shownAmount} > 0`);
  if (filter.direction === 'out') add(`${shownAmount} < 0`);
  if (filter.categories !== undefined) {
    const marks = filter.categories.map(() => '?').join(', ');
    add(`coalesce(o.own_category, t.category) IN (${marks})`, ...filter.categories);
  }
  if (filter.minSize !== undefined || filter.maxSize !== undefined) parts.push(sizeCondition(db, filter));
  if (filter.search !== undefined && filter.search.trim() !== '') {
    const query = wordsQuery(filter.search);
    parts.push(
      query === null
        ? anywhereCondition(filter.search)
        : {
            sql: 't.ref IN (SELECT rowid FROM transaction_words WHERE transaction_words MATCH ?)',
            values: [query],
          },
    );
  }
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

/** An account that several connections show has several. */
export const accountRefs = (db: ReadingDatabase, accountIds: readonly string[]): readonly number[] =>
  db
    .prepare<[string], number>(
      'SELECT ref FROM accounts WHERE account_id IN (SELECT value FROM json_each(?))',
    )
    .pluck()
    .all(JSON.stringify(accountIds));

/** Currencies that rows have; read from the accounts, and from rows in others (few: an index of none is needed). */
function sizeCondition(db: ReadingDatabase, { minSize, maxSize }: TransactionListFilter): Condition {
  const exponents = db.prepare<[], string>('SELECT DISTINCT currency FROM transactions').pluck().all();
  const byExponent = Map.groupBy(exponents, minorUnitExponent);
  const parts = [...byExponent].map(([exponent, currencies]): Condition => ({
    sql: `(t.currency IN (${currencies.map(() => '?').join(', ')}) AND abs(t.amount_minor) BETWEEN ? AND ?)`,
    values: [
      ...currencies,
      minSize === undefined ? 0 : smallestMinor(minSize, exponent),
      maxSize === undefined ? Number.MAX_SAFE_INTEGER : largestMinor(maxSize, exponent),
    ],
  }));
  if (parts.length === 0) return { sql: '0', values: [] };
  return {
    sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
    values: parts.flatMap(({ values }) => values),
  };
}
