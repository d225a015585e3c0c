import * as z from 'zod';
import { minorUnitExponent } from '#shared/currency.ts';
import {
  type CategoryCount,
  type CurrencyTotal,
  type ListedTransaction,
  newestFirst,
  type TransactionListFilter,
  type TransactionSort,
} from '#shared/transaction-list.ts';
import type { Ledger } from '../../src-worker/ledger/open-ledger.ts';
import { rowsByRef } from '../../src-worker/ledger/list/rows-by-ref.ts';

/** A row as the list shows it, the bank's finer category, and the job that stored it first. */
export interface LiveRow extends ListedTransaction {
  readonly classification: string;
  readonly cameWith: string;
}

/** All live rows of a ledger, hidden ones too, in no order. */
export function liveRows({ db }: Ledger): readonly LiveRow[] {
  const refs = db.prepare<[], number>('SELECT ref FROM transactions WHERE removed_at IS NULL').pluck().all();
  const more = db.prepare<[number], { classified: string; cameWith: string }>(
    `SELECT t.classification_json AS classified, j.id AS cameWith FROM transactions t
     JOIN raw_pages p ON p.ref = t.first_page_ref JOIN jobs j ON j.ref = p.job_ref WHERE t.ref = ?`,
  );
  return rowsByRef(db, refs).map((row) => {
    const { classified = '[]', cameWith = '' } = more.get(row.id) ?? {};
    const [first = ''] = z.array(z.string()).parse(JSON.parse(classified));
    return { ...row, classification: first, cameWith };
  });
}

/** The list as one would write it for a hundred rows, with arrays: what the real one is compared with. */
export const naiveList = (
  rows: readonly LiveRow[],
  filter: TransactionListFilter,
  sort: TransactionSort,
): readonly ListedTransaction[] => rows.filter((row) => fits(row, filter)).toSorted(inOrder(sort));

/** Count and sums by currency. */
export function naiveTotals(rows: readonly ListedTransaction[]): readonly CurrencyTotal[] {
  return [...Map.groupBy(rows, ({ currency }) => currency)]
    .map(([currency, of]) => ({
      currency,
      count: of.length,
      in_minor: of.reduce((sum, { amount_minor: minor }) => sum + Math.max(minor, 0), 0),
      out_minor: of.reduce((sum, { amount_minor: minor }) => sum + Math.min(minor, 0), 0),
    }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The categories of rows that are not hidden, most used first. */
export const naiveCategories = (rows: readonly LiveRow[]): readonly CategoryCount[] =>
  [...Map.groupBy(naiveList(rows, {}, newestFirst), (row) => row.own_category ?? row.category)]
    .map(([category, of]) => ({
      category,
      is_own: of.some((row) => row.own_category !== null),
      count: of.length,
    }))
    .toSorted((a, b) => b.count - a.count || compare(a.category, b.category));

const valueOf = ({ amount_minor: minor, currency }: ListedTransaction): number =>
  minor / 10 ** minorUnitExponent(currency);

function fits(row: LiveRow, filter: TransactionListFilter): boolean {
  const size = Math.abs(valueOf(row));
  return (
    (filter.hidden === 'with' || row.is_hidden === (filter.hidden === 'only')) &&
    row.first_seen_at > (filter.newSince ?? '') &&
    row.cameWith === (filter.cameWith?.jobId ?? row.cameWith) &&
    (filter.accountIds?.includes(row.account_id) ?? true) &&
    row.date >= (filter.from ?? '') &&
    row.date <= (filter.to ?? '9999') &&
    size >= Number(filter.minSize ?? 0) &&
    size <= Number(filter.maxSize ?? Infinity) &&
    (filter.categories?.includes(row.own_category ?? row.category) ?? true) &&
    row.status === (filter.status ?? row.status) &&
    (filter.classifications === undefined ||
      (row.own_category === null && filter.classifications.includes(row.classification))) &&
    (filter.direction !== 'in' || row.amount_minor > 0) &&
    (filter.direction !== 'out' || row.amount_minor < 0) &&
    isFound(row, filter.search ?? '')
  );
}

const unspaced = /\p{sc=Han}/u;

function isFound(
  { description, merchant, category, note, own_category: own }: ListedTransaction,
  search: string,
): boolean {
  const texts = [description, merchant ?? '', category, note ?? '', own ?? ''];
  const wanted = wordsOf(search);
  if (search.trim() === '') return true;
  if (wanted.length === 0 || unspaced.test(search)) {
    return texts.some((text) => text.toLowerCase().includes(search.trim().toLowerCase()));
  }
  const words = texts.flatMap(wordsOf);
  return wanted.every((part) => words.some((word) => word.startsWith(part)));
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

function inOrder({ by, order }: TransactionSort) {
  const newer = (a: ListedTransaction, b: ListedTransaction): number =>
    compare(b.date, a.date) || compare(b.timestamp_utc, a.timestamp_utc) || b.id - a.id;
  const sign = order === 'ascending' ? 1 : -1;
  return (a: ListedTransaction, b: ListedTransaction): number => {
    if (by === 'date') return -sign * newer(a, b);
    const first =
      by === 'amount'
        ? compare(valueOf(a), valueOf(b))
        : compare(a.description.toLowerCase(), b.description.toLowerCase());
    return sign * first || newer(a, b);
  };
}
