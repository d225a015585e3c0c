import { minorUnitExponent } from '#shared/currency.ts';
import type { TransactionListFilter } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../../ledger-database.ts';
import { arrivedRefs } from '../arrivals/arrived-refs.ts';
import type { RefRange } from '../arrivals/refs-of-job.ts';
import { accountRefs } from '../filter-conditions.ts';
import { searchedWords } from '../search-condition.ts';
import { refsWithText, refsWithWords } from '../searched-refs.ts';
import { largestMinor, smallestMinor } from '../size-bounds.ts';
import type { Kind } from './kinds.ts';
import { dayNumber, firstPlaceFrom, isHidden, isLive, type ListColumns, placeOf } from './list-columns.ts';
import type { WordIndex } from './word-index.ts';

/** A mark for each place, 1 where the row fits the filter, and how many do. */
export interface MatchingRows {
  readonly marks: Uint8Array;
  readonly count: number;
}

/** One pass over the columns: some ten milliseconds for a million rows, whatever the filter. */
export function matchingRows(
  db: ReadingDatabase,
  columns: ListColumns,
  words: WordIndex,
  filter: TransactionListFilter,
): MatchingRows {
  const { search, hidden, newSince: _, cameWith: __, ...rest } = filter;
  const found = marksOfSearch(db, columns, words, search ?? '');
  const arrived = arrivedRefs(db, filter);
  if (arrived !== null) unmarkOthers(columns, found, arrived);
  const isMore = Object.values(rest).some((value) => value !== undefined);
  const wished = wishedStates(hidden);
  const count = isMore ? markValues(db, columns, found, wished, filter) : markListed(columns, found, wished);
  return { marks: found, count };
}

/** 1 at the place of each row that the search finds, removed and hidden ones too. */
function marksOfSearch(
  db: ReadingDatabase,
  columns: ListColumns,
  words: WordIndex,
  search: string,
): Uint8Array {
  if (search.trim() === '') return new Uint8Array(columns.size).fill(1);
  const beginnings = searchedWords(search);
  if (beginnings === null) return marksOfRefs(columns, refsWithText(db, search));
  return words.marksOf(beginnings) ?? marksOfRefs(columns, refsWithWords(db, beginnings));
}

function marksOfRefs(columns: ListColumns, refs: readonly number[]): Uint8Array {
  const marks = new Uint8Array(columns.size);
  for (const ref of refs) {
    const place = placeOf(columns, ref);
    if (place >= 0) marks[place] = 1;
  }
  return marks;
}

/** Unmarks what came at another time. Rows have their places in the order they came: no row has to be looked at. */
function unmarkOthers(columns: ListColumns, marks: Uint8Array, arrived: readonly RefRange[]): void {
  let end = 0;
  for (const { from, to } of arrived) {
    marks.fill(0, end, firstPlaceFrom(columns, from));
    end = firstPlaceFrom(columns, to);
  }
  marks.fill(0, end);
}

/** Whether a row in this state is in the list, by whether hidden ones are wished: 1 or 0. */
function wishedStates(hidden: TransactionListFilter['hidden']): Uint8Array {
  const wished = new Uint8Array(4);
  if (hidden !== 'only') wished[isLive] = 1;
  if (hidden !== undefined) wished[isLive + isHidden] = 1;
  return wished;
}

/** Unmarks removed rows, and hidden ones where they are not wished. @returns how many are left. */
function markListed({ size, state }: ListColumns, marks: Uint8Array, wished: Uint8Array): number {
  let count = 0;
  for (let place = 0; place < size; place += 1) {
    const mark = (marks[place] ?? 0) & (wished[state[place] ?? 0] ?? 0);
    marks[place] = mark;
    count += mark;
  }
  return count;
}

/** The same, and what does not fit by day, amount or kind. @returns how many are left. */
function markValues(
  db: ReadingDatabase,
  { size, state, day, amountMinor, kind, kinds }: ListColumns,
  marks: Uint8Array,
  wished: Uint8Array,
  filter: TransactionListFilter,
): number {
  const { least, most } = kindBounds(db, kinds.all, filter);
  const from = filter.from === undefined ? 0 : dayNumber(filter.from);
  const to = filter.to === undefined ? Number.MAX_SAFE_INTEGER : dayNumber(filter.to);
  const lowest = filter.direction === 'in' ? 1 : -Number.MAX_SAFE_INTEGER;
  const highest = filter.direction === 'out' ? -1 : Number.MAX_SAFE_INTEGER;
  let count = 0;
  for (let place = 0; place < size; place += 1) {
    const amount = amountMinor[place] ?? 0;
    const kindAt = kind[place] ?? 0;
    const minorSize = Math.abs(amount);
    const dayAt = day[place] ?? 0;
    // Without a branch: which rows fit is anybody's guess, and a processor that guesses wrong loses more than all of this.
    const mark =
      (marks[place] ?? 0) &
      (wished[state[place] ?? 0] ?? 0) &
      Number(minorSize >= (least[kindAt] ?? 0)) &
      Number(minorSize <= (most[kindAt] ?? 0)) &
      Number(dayAt >= from) &
      Number(dayAt <= to) &
      Number(amount >= lowest) &
      Number(amount <= highest);
    marks[place] = mark;
    count += mark;
  }
  return count;
}

/** What the size of an amount has to lie between, for each kind of row; -1 at the upper end: no row of that kind fits. */
function kindBounds(
  db: ReadingDatabase,
  kinds: readonly Kind[],
  filter: TransactionListFilter,
): { readonly least: Float64Array; readonly most: Float64Array } {
  const accounts = filter.accountIds === undefined ? null : new Set(accountRefs(db, filter.accountIds));
  const categories = filter.categories === undefined ? null : new Set(filter.categories);
  const classifications = filter.classifications === undefined ? null : new Set(filter.classifications);
  const least = new Float64Array(kinds.length);
  const most = new Float64Array(kinds.length);
  kinds.forEach(({ accountRef, currency, status, classification, category }, number) => {
    const fits =
      (accounts?.has(accountRef) ?? true) &&
      (categories?.has(category) ?? true) &&
      (classifications === null || (classification !== null && classifications.has(classification))) &&
      (filter.status === undefined || filter.status === status);
    const exponent = minorUnitExponent(currency);
    least[number] = filter.minSize === undefined ? 0 : smallestMinor(filter.minSize, exponent);
    most[number] = !fits
      ? -1
      : filter.maxSize === undefined
        ? Number.MAX_SAFE_INTEGER
        : largestMinor(filter.maxSize, exponent);
  });
  return { least, most };
}
