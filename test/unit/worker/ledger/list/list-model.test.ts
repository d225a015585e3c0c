import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { BankTransaction } from '#shared/bank-rows.ts';
import type { TransactionListFilter, TransactionSort } from '#shared/transaction-list.ts';
import { listBySql } from '../../../../../src-worker/ledger/list/list-by-sql.ts';
import type { ListAnswers } from '../../../../../src-worker/ledger/list/list-answers.ts';
import { createHeldList } from '../../../../../src-worker/ledger/list/memory/held-list.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { openAccountLedger } from '../../../../../src-worker/ledger/account-ledger-on-sqlite.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import {
  accountIn,
  answered,
  nowIso,
  startJob,
  temporaryLedger,
} from '../../../../support/ledger-fixture.ts';
import { liveRows, naiveCategories, naiveList, naiveTotals } from '../../../../support/naive-list.ts';

const words = [
  'Tesco',
  'TESCO',
  'tes',
  'Café',
  'Nero',
  '漢字漢',
  "O'Neil",
  'a"b',
  'x*',
  '50%',
  '🍕',
  'AND',
  '東京 42',
];
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((some) => some.join(' '));
const day = fc.integer({ min: 1, max: 9 }).map((at) => `2026-01-0${String(at)}`);
/** When the pages of a step are stored. */
const momentOf = (step: number): string => new Date(Date.parse(nowIso) + step * 60_000).toISOString();
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const sent = fc.record({
  date: day,
  amountMinor: fc.integer({ min: -30, max: 30 }),
  currency: fc.constantFrom('GBP', 'JPY', 'KWD'),
  description: text,
  merchant: fc.option(text),
  category: fc.constantFrom('PURCHASE', 'ATM', 'Direct debit'),
  classification: fc.constantFrom([], ['Food & Dining'], ['Bills', 'Gas']),
});

const change = fc.record(
  {
    note: fc.option(text),
    own_category: fc.option(fc.constantFrom('Food', 'ATM', 'café life')),
    is_flipped: fc.boolean(),
    is_hidden: fc.boolean(),
  },
  { requiredKeys: [] },
);

const filter = fc
  .record({
    accountIds: optional(fc.subarray(['acc', 'other', 'none'], { minLength: 1 })),
    from: optional(day),
    to: optional(day),
    minSize: optional(fc.constantFrom('0', '0.05', '0.005', '3', '12.5')),
    maxSize: optional(fc.constantFrom('0.1', '0.0255', '20', '999999999999999')),
    categories: optional(fc.subarray(['PURCHASE', 'ATM', 'Food', 'café life'], { minLength: 1 })),
    classifications: optional(fc.subarray(['', 'Food & Dining', 'Bills', 'Gas'], { minLength: 1 })),
    status: optional(fc.constantFrom('booked', 'pending')),
    direction: optional(fc.constantFrom('in', 'out')),
    hidden: optional(fc.constantFrom('with', 'only')),
    newSince: optional(fc.integer({ min: -1, max: 4 }).map(momentOf)),
    // Stands for a job until there are any.
    cameWith: optional(
      fc.constantFrom('0', '1', 'none').map((job) => ({ jobId: job, startedAt: momentOf(0) })),
    ),
    search: optional(
      fc.oneof(text, fc.constantFrom('te', 'cafe n', '字', ' ', '"', "' OR 1 --", '%', 'NEAR(', 'purch')),
    ),
  })
  .map(
    (all) =>
      Object.fromEntries(
        Object.entries(all).filter(([, value]) => value !== undefined),
      ) as TransactionListFilter,
  );

const sort: fc.Arbitrary<TransactionSort> = fc.record({
  by: fc.constantFrom('date', 'amount', 'description'),
  order: fc.constantFrom('ascending', 'descending'),
});

/** So small that words are read in parts and anew between steps. */
const sizes = { rowsOfSlice: 5, rowsOfWords: 10, mostSince: 6 };

const step = fc.record({
  /** How far reading gets before the next questions. */
  slices: fc.oneof(fc.nat(40), fc.constant(1000)),
  account: fc.constantFrom('acc', 'other'),
  /** Two jobs run side by side. */
  job: fc.constantFrom(0, 1),
  kind: fc.constantFrom('window', 'pending'),
  rows: fc.array(sent, { maxLength: 12 }),
  annotated: fc.array(
    fc.record({ ids: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }), change }),
    {
      maxLength: 3,
    },
  ),
});

describe('the list of transactions', () => {
  test('is what a naive reading of all rows gives: from the file, and from memory that follows the ledger', (t) => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(filter, sort, fc.nat(12), fc.integer({ min: 1, max: 9 })), {
          minLength: 4,
          maxLength: 8,
        }),
        (steps, questions) => {
          const ledger = temporaryLedger(t);
          const { jobId } = accountIn(ledger, ['acc', 'other']);
          // Else the second would join the first.
          ledger.db.prepare('UPDATE jobs SET finished_at = ?').run(nowIso);
          const jobIds = [jobId, startJob(ledger)];
          const named = ({ cameWith, ...rest }: TransactionListFilter): TransactionListFilter =>
            cameWith === undefined
              ? rest
              : { ...rest, cameWith: { ...cameWith, jobId: jobIds[Number(cameWith.jobId)] ?? 'none' } };
          const works: (() => void)[] = [];
          const held = createHeldList(ledger.db, (work) => void works.push(work), sizes);
          for (const [number, { account, job, kind, rows, annotated, slices }] of steps.entries()) {
            const ledgerOf = openAccountLedger(ledger, {
              connectionId: 'c1',
              accountId: account,
              jobId: jobIds[job] ?? '',
              nowIso: () => momentOf(number),
            });
            const answer = answered(rows.map((row): BankTransaction => bankRow(row)));
            if (kind === 'window') ledgerOf.storeWindow(answer);
            else ledgerOf.storePending(answer);
            for (const { ids, change: said } of annotated) annotateTransactions(ledger, ids, said, nowIso);
            const all = liveRows(ledger);
            for (let slice = 0; slice < slices; slice += 1) works.shift()?.();
            const inMemory = held.answers(true);
            assert.ok(inMemory !== undefined);
            const categories = naiveCategories(all);
            assert.deepEqual(listBySql(ledger.db).categories(), categories);
            assert.deepEqual(inMemory.categories(), categories);
            for (const [asked, order, offset, limit] of questions) {
              const wish = named(asked);
              const expected = naiveList(all, wish, order).map(({ id }) => id);
              const compare = (answers: ListAnswers, whose: string): void => {
                const { refs, total } = answers.page({ filter: wish, sort: order, offset, limit });
                const about = `${whose}: ${JSON.stringify([wish, order])}`;
                assert.deepEqual([...refs], expected.slice(offset, offset + limit), about);
                assert.equal(total, expected.length, about);
                assert.deepEqual(answers.totals(wish), naiveTotals(naiveList(all, wish, order)), about);
              };
              compare(listBySql(ledger.db), 'file');
              compare(inMemory, 'memory');
            }
          }
          ledger.close();
        },
      ),
      { numRuns: 25 },
    );
  });
});
