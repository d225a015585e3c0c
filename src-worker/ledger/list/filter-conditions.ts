import { unusualExponents } from '#shared/currency.ts';
import type { TransactionListFilter } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { arrivedCondition } from './arrivals/arrived-condition.ts';
import { classifiedCondition } from './classified-condition.ts';
import { anywhereCondition, type Condition, ftsQuery, searchedWords } from './search-condition.ts';
import { largestMinor, smallestMinor } from './size-bounds.ts';

/** The rows of the list, before any filter: `t` with its shown overlay `o`. */
export const listedRows = `transactions t LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref`;

/** What a row's amount is to the user. */
export const shownAmount = 'iif(o.is_flipped = 1, -t.amount_minor, t.amount_minor)';

const hiddenRefs = '(SELECT transaction_ref FROM shown_overlays WHERE is_hidden = 1)';

/**
 * The filter as a condition on `listedRows`. It asks for the overlay `o` only where the filter does, so that SQLite
 * leaves the join out of plain questions.
 */
export function filterCondition(db: ReadingDatabase, filter: TransactionListFilter): Condition {
  const parts: Condition[] = [{ sql: 't.removed_at IS NULL', values: [] }];
  const add = (sql: string, ...values: readonly (string | number)[]): void => {
    parts.push({ sql, values });
  };
  if (filter.hidden === undefined) add(`t.ref NOT IN ${hiddenRefs}`);
  if (filter.hidden === 'only') add(`t.ref IN ${hiddenRefs}`);
  const arrived = arrivedCondition(db, filter);
  if (arrived !== null) parts.push(arrived.condition);
  // With a plus SQLite leaves the column's index alone.
  const by = arrived?.areFew === true ? '+t' : 't';
  if (filter.accountIds !== undefined) {
    // One number instead of a list: only then is the account's index walked in order.
    const refs = accountRefs(db, filter.accountIds);
    add(refs.length === 1 ? `${by}.account_ref = ?` : `${by}.account_ref IN (${marks(refs)})`, ...refs);
  }
  if (filter.from !== undefined) add(`${by}.date >= ?`, filter.from);
  if (filter.to !== undefined) add(`${by}.date <= ?`, filter.to);
  if (filter.status !== undefined) add('t.status = ?', filter.status);
  if (filter.direction === 'in') add(`${shownAmount} > 0`);
  if (filter.direction === 'out') add(`${shownAmount} < 0`);
  if (filter.categories !== undefined) {
    add(`coalesce(o.own_category, t.category) IN (${marks(filter.categories)})`, ...filter.categories);
  }
  if (filter.classifications !== undefined) {
    add(classifiedCondition(filter.classifications), ...filter.classifications);
  }
  if (filter.minSize !== undefined) parts.push(sizeCondition('>=', filter.minSize, smallestMinor));
  if (filter.maxSize !== undefined) parts.push(sizeCondition('<=', filter.maxSize, largestMinor));
  if (filter.search !== undefined && filter.search.trim() !== '') parts.push(searchCondition(filter.search));
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

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

function searchCondition(search: string): Condition {
  const words = searchedWords(search);
  if (words === null) return anywhereCondition(search);
  const found = 'SELECT rowid FROM transaction_words WHERE transaction_words MATCH ?';
  return { sql: `t.ref IN (${found})`, values: [ftsQuery(words)] };
}

/** The same decimal size is another number of minor units in each currency. */
function sizeCondition(
  comparison: '>=' | '<=',
  size: string,
  bound: (size: string, exponent: number) => number,
): Condition {
  const cases = unusualExponents.map(
    ([currency, exponent]) => `WHEN '${currency}' THEN ${bound(size, exponent)}`,
  );
  const least = `CASE t.currency ${cases.join(' ')} ELSE ${bound(size, 2)} END`;
  return { sql: `abs(t.amount_minor) ${comparison} ${least}`, values: [] };
}
