import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBalanceHistory } from '../../../../../src-worker/ledger/insights/balance-history.ts';
import { readCashFlow } from '../../../../../src-worker/ledger/insights/cash-flow.ts';
import { readSpending } from '../../../../../src-worker/ledger/insights/spending.ts';
import type { Ledger } from '../../../../../src-worker/ledger/open-ledger.ts';
import { readOverview } from '../../../../../src-worker/ledger/overview/read-overview.ts';
import { listRecurringPayments } from '../../../../../src-worker/ledger/recurring/list-recurring-payments.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import { accountIn, answered, nowIso, temporaryLedger } from '../../../../support/ledger-fixture.ts';

/** How SQLite goes about every statement that a question prepares, as far as it is about transactions. */
function planOf(ledger: Ledger, question: (watched: Ledger) => unknown): readonly string[] {
  const sources: string[] = [];
  const db = new Proxy(ledger.db, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'prepare' || typeof value !== 'function') return value;
      return (source: string): unknown => {
        sources.push(source);
        return Reflect.apply(value, target, [source]);
      };
    },
  });
  question({ ...ledger, db });
  return sources
    .filter((source) => source.includes('transactions'))
    .flatMap((source) => {
      const explained = ledger.db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`);
      // `[]` is an empty list where a list is wanted, and a word like any other elsewhere.
      const unnamed = Array.from(source.matchAll(/\?/g), () => '[]');
      const named = Object.fromEntries(
        Array.from(source.matchAll(/@(\w+)/g), ([, name = '']) => [name, '[]']),
      );
      const rows = unnamed.length === 0 ? explained.all(named) : explained.all(...unnamed);
      return rows.map(({ detail }) => detail);
    });
}

const filter = { currency: 'GBP', from: '2026-01-01', to: '2026-01-31' };
const some = { ...filter, accountIds: ['acc'] };

describe('insights walk an index, never the whole table', () => {
  const questions: readonly (readonly [string, (ledger: Ledger) => unknown, RegExp])[] = [
    [
      'months of all accounts',
      (ledger) => readCashFlow(ledger, filter),
      /sums_by_category_of_month \(account_ref=\? AND month=\?\)/,
    ],
    [
      'months of some',
      (ledger) => readCashFlow(ledger, some),
      /transactions_by_day \(account_ref=\? AND date>\? AND date<\?\)/,
    ],
    [
      'the other end of a transfer',
      (ledger) => readCashFlow(ledger, filter),
      /transactions_maybe_transfer \(currency=\? AND amount_minor=\? AND date>\? AND date<\?\)/,
    ],
    [
      'categories',
      (ledger) => readSpending(ledger, { filter, by: 'category', direction: 'out' }),
      /transactions_by_day \(account_ref=\? AND date>\? AND date<\?\)/,
    ],
    [
      'merchants',
      (ledger) => readSpending(ledger, { filter, by: 'merchant', direction: 'out' }),
      /sums_by_name_of_month \(account_ref=\? AND month=\?\)/,
    ],
    [
      'balances',
      (ledger) => readBalanceHistory(ledger, filter, nowIso),
      /transactions_by_day \(account_ref=\? AND date>\? AND date<\?\)/,
    ],
    ['bills', (ledger) => listRecurringPayments(ledger, nowIso), /transactions_maybe_transfer/],
    ['what is new', (ledger) => readOverview(ledger, nowIso, nowIso), /INTEGER PRIMARY KEY \(rowid>\?\)/],
  ];
  for (const [what, question, wanted] of questions) {
    test(what, (t) => {
      const ledger = temporaryLedger(t);
      accountIn(ledger).storeWindow(answered([bankRow({ amountMinor: 100, category: 'CREDIT' })]));
      const steps = planOf(ledger, question);
      assert.ok(
        steps.some((step) => wanted.test(step)),
        steps.join('\n'),
      );
      // `o` is what the user said about rows, which is little; `t` of the bills is what two index walks found.
      const scans = steps.filter((step) => /^SCAN (i|h|transactions)$/.test(step));
      assert.deepEqual(scans, []);
    });
  }
});
