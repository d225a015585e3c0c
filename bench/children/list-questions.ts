import { setImmediate as turn } from 'node:timers/promises';
import { newestFirst, type TransactionListFilter, type TransactionSort } from '#shared/transaction-list.ts';
import { pageOfList, totalsOfList } from '../../src-worker/ledger/list/page-of-list.ts';
import { heldListOf } from '../../src-worker/ledger/list/memory/held-lists.ts';
import { openLedger } from '../../src-worker/ledger/open-ledger.ts';
import { annotateTransactions } from '../../src-worker/ledger/overlay/annotate-transactions.ts';
import { plansOfList } from '../measuring/list-plans.ts';
import { timed } from '../measuring/own-time.ts';
import { answerParent, taskOfChild } from '../stage/child-task.ts';
import { type Asked, listQuestionsTaskSchema } from './list-questions-task.ts';

// The product's own answers to the window's questions, in a process of their own, as the ledger thread gives them.
const { ledgerPath, rounds, seed } = taskOfChild(listQuestionsTaskSchema);
const nowIso = new Date().toISOString();
let state = seed;
/** A whole number below `below`, the same ones for the same seed (Numerical Recipes' generator). */
const pick = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

const startedMs = performance.now();
const opened = openLedger(ledgerPath, nowIso);
if (!opened.ok) throw new Error(opened.failure.kind);
const ledger = opened.value;
const openMs = performance.now() - startedMs;
const pageAt = (filter: TransactionListFilter, sort: TransactionSort, offset: number) =>
  pageOfList(ledger, { filter, sort, offset, limit: 100 });

const first = timed(() => pageAt({}, newestFirst, 0));
const heldFromMs = performance.now();
let longestSliceOwnMs = 0;
async function slice(): Promise<void> {
  const cpu = process.cpuUsage();
  await turn();
  const { user, system } = process.cpuUsage(cpu);
  longestSliceOwnMs = Math.max(longestSliceOwnMs, (user + system) / 1000);
}
while (heldListOf(ledger.db) === undefined) await slice();
const heldAfterMs = performance.now() - heldFromMs;
/** Before the words are in memory too, the file's index answers. */
const early = ['s', 'te', 'london'].map((search) => timed(() => pageAt({ search }, newestFirst, 0)));
while (process.getActiveResourcesInfo().includes('Immediate')) await slice();
const wordsAfterMs = performance.now() - heldFromMs;
const { total: rows } = pageAt({}, newestFirst, 0);

function ask(kind: string, questions: readonly (readonly [string, () => unknown])[]): Asked {
  const times = questions.map(([what, work]) => ({ what, ...timed(work) }));
  const slowest = times.toSorted((a, b) => b.ownMs - a.ownMs)[0];
  return {
    kind,
    ms: times.map(({ ms }) => ms),
    ownMs: times.map(({ ownMs }) => ownMs),
    slowest: slowest?.what ?? '',
  };
}
const times = <T>(make: (at: number) => T): readonly T[] =>
  Array.from({ length: rounds }, (_, at) => make(at));

/** Words of descriptions as somebody would search for them: typed letter by letter, a question each, none asked twice. */
const typed = new Set(
  times(() => {
    const { rows: found } = pageAt({}, newestFirst, pick(rows));
    const words = (found[0]?.description ?? 'TESCO')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2);
    const word = words[pick(words.length)] ?? 'TESCO';
    return Array.from({ length: Math.min(word.length, 8) }, (_, at) => word.slice(0, at + 1));
  }).flat(),
);
const accounts = ledger.db.prepare<[], string>('SELECT account_id FROM accounts').pluck().all();
/** What stands on nearly every row is the most work to find. */
const common = ['PURCHASE', 'LONDON'].flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)));
const categories = ledger.db
  .prepare<[], string>('SELECT DISTINCT category FROM transactions LIMIT 5')
  .pluck()
  .all();
const anyDay = (): string => pageAt({}, newestFirst, pick(rows)).rows[0]?.date ?? '2026-01-01';
const filters = times((at): TransactionListFilter => {
  const [from, to] = [anyDay(), anyDay()].toSorted();
  const size = String(pick(200));
  return {
    ...(at % 2 === 0 ? { accountIds: [accounts[pick(accounts.length)] ?? ''] } : {}),
    ...(at % 3 === 0 && from !== undefined && to !== undefined ? { from, to } : {}),
    ...(at % 4 === 1 ? { categories: [categories[pick(categories.length)] ?? ''] } : {}),
    ...(at % 5 === 2 ? { minSize: size } : {}),
    direction: at % 2 === 0 ? 'in' : 'out',
    ...(at % 7 === 3 ? { hidden: 'with' } : {}),
  };
});
const sorts: readonly TransactionSort[] = (['amount', 'description', 'date'] as const).flatMap((by) => [
  { by, order: 'ascending' } as const,
  { by, order: 'descending' } as const,
]);

const asked: Asked[] = [
  ask(
    'jump to anywhere in the list',
    times(() => ['', () => pageAt({}, newestFirst, pick(rows))]),
  ),
  ask(
    'search, letter by letter',
    [...typed].map((search) => [search, () => pageAt({ search }, newestFirst, 0)]),
  ),
  ask(
    'search, words on most rows, letter by letter',
    common.map((search) => [search, () => pageAt({ search }, newestFirst, 0)]),
  ),
  ask(
    'search, two words',
    [...typed].map((word) => [word, () => pageAt({ search: `${word} london` }, newestFirst, 0)]),
  ),
  {
    kind: 'search, before its words are in memory, the first time',
    ms: early.map(({ ms }) => ms),
    ownMs: early.map(({ ownMs }) => ownMs),
    slowest: '',
  },
  ask(
    'filter',
    filters.map((filter) => [JSON.stringify(filter), () => pageAt(filter, newestFirst, 0)]),
  ),
  ask(
    'totals of a filter just shown',
    filters.slice(-8).map((filter) => ['', () => totalsOfList(ledger, filter)]),
  ),
  ask(
    'totals of a new filter',
    filters.slice(0, 8).map((filter) => ['', () => totalsOfList(ledger, { ...filter, from: '2001-01-01' })]),
  ),
  ask(
    'another order, the first time',
    sorts.map((sort) => [`${sort.by} ${sort.order}`, () => pageAt({}, sort, 0)]),
  ),
  ask(
    'another order, jumps',
    times((at) => ['', () => pageAt({}, sorts[at % sorts.length] ?? newestFirst, pick(rows))]),
  ),
  ask(
    'filter in another order',
    filters.map((filter, at) => [
      '',
      () => pageAt(filter, sorts[at % sorts.length] ?? newestFirst, pick(1000)),
    ]),
  ),
];
const changes = times(() => {
  annotateTransactions(ledger, [1 + pick(rows)], { note: 'changed' }, nowIso);
  return timed(() => pageAt({}, newestFirst, 0));
});
asked.push({
  kind: 'first page after a row has changed',
  ms: changes.map(({ ms }) => ms),
  ownMs: changes.map(({ ownMs }) => ownMs),
  slowest: '',
});
const { arrayBuffers: arrayBytes } = process.memoryUsage();
ledger.close();
const plans = plansOfList(ledgerPath, accounts[0] ?? '');
answerParent({
  rows,
  openMs,
  firstPageMs: first.ms,
  firstPageOwnMs: first.ownMs,
  heldAfterMs,
  wordsAfterMs,
  longestSliceOwnMs,
  arrayBytes,
  asked,
  plans,
});
