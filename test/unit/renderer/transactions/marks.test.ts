import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  markableRange,
  marksOf,
  mostMarks,
  noMarks,
  toggled,
} from '../../../../src-renderer/transactions/marks/marks.ts';
import { rowsBetween } from '../../../../src-renderer/transactions/marks/rows-between.ts';
import { sumsOf } from '../../../../src-renderer/transactions/marks/sums-of.ts';
import { everything } from '../../../../src-renderer/transactions/list-query.ts';
import { createTransactionPages } from '../../../../src-renderer/transactions/transaction-pages.ts';
import { failed, succeeded } from '#shared/result.ts';
import { createBridgeDouble } from '../../../support/bridge-double.ts';
import { usedApp } from '../../../support/window/app-states.ts';
import { sampleLedger } from '../../../support/window/sample-ledger.ts';
import { transactionAt } from '../../../support/window/transaction-samples.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('marking', () => {
  test('takes a row in and out again', () => {
    const one = toggled(noMarks, transactionAt(5));
    assert.deepEqual([...one.keys()], [transactionAt(5).id]);
    assert.equal(toggled(one, transactionAt(5)).size, 0);
  });

  test('never marks more than can be changed in one call', () => {
    const rows = Array.from({ length: mostMarks + 5 }, (_, at) => transactionAt(at));
    const full = marksOf(rows);
    assert.equal(full.size, mostMarks);
    assert.equal(toggled(full, transactionAt(mostMarks + 1)).size, mostMarks);
  });

  test('a range may go either way, and is cut at its far end', () => {
    assert.deepEqual(markableRange(3, 7), [3, 7]);
    assert.deepEqual(markableRange(7, 3), [3, 7]);
    assert.deepEqual(markableRange(0, 999_999), [0, 9999]);
    assert.deepEqual(markableRange(999_999, 0), [990_000, 999_999]);
  });

  test('sums are kept for each currency apart', () => {
    const row = { ...transactionAt(0), amount_minor: -120 };
    const sums = sumsOf([row, row, { ...row, currency: 'EUR', amount_minor: 7 }]);
    assert.deepEqual(sums, [
      { currency: 'GBP', amountMinor: -240 },
      { currency: 'EUR', amountMinor: 7 },
    ]);
  });
});

describe('the rows of a range', () => {
  test('are taken from what is here, and asked for where they are not', async () => {
    const app = createBridgeDouble(usedApp);
    sampleLedger(5000).serve(app);
    const pages = createTransactionPages(app.bridge.call, everything);
    pages.want(0, 10);
    await settled();
    const before = app.calls.length;
    const rows = await rowsBetween(app.bridge.call, pages, 100, 1500);
    assert.ok(rows.ok);
    assert.deepEqual(
      rows.value.map(({ id }) => id),
      Array.from({ length: 1401 }, (_, at) => transactionAt(100 + at).id),
    );
    assert.ok(app.calls.length - before <= 3);
  });

  test('end where the list has become shorter, and a failure is told', async () => {
    const app = createBridgeDouble(usedApp);
    const pages = createTransactionPages(app.bridge.call, everything);
    app.script('transactions.page', () => succeeded({ rows: [transactionAt(0)], total: 1 }));
    const short = await rowsBetween(app.bridge.call, pages, 0, 900);
    assert.ok(short.ok && short.value.length === 1);
    app.script('transactions.page', () => failed({ kind: 'ledger-busy', path: '/l' }));
    assert.equal((await rowsBetween(app.bridge.call, pages, 0, 900)).ok, false);
  });
});
