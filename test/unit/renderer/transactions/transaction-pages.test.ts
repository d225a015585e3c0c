import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { IpcAnswer } from '#shared/ipc/ipc-contract.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';
import { everything } from '../../../../src-renderer/transactions/list-query.ts';
import {
  createTransactionPages,
  pagesAround,
  pageSize,
} from '../../../../src-renderer/transactions/transaction-pages.ts';
import { createBridgeDouble } from '../../../support/bridge-double.ts';
import { usedApp } from '../../../support/window/app-states.ts';
import { sampleLedger } from '../../../support/window/sample-ledger.ts';
import { transactionAt } from '../../../support/window/transaction-samples.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function ledgerOf(rows: number, query = everything) {
  const app = createBridgeDouble(usedApp);
  app.script('transactions.page', (request) => succeeded(sampleLedger(rows).page(request)));
  const offsets = () => app.calls.map(({ request }) => (request as { offset: number }).offset);
  return { app, offsets, pages: createTransactionPages(app.bridge.call, query) };
}

describe('a long list', () => {
  test('asks for what is looked at and for its neighbours, and has it', async () => {
    const { pages, offsets } = ledgerOf(100_000);
    pages.want(0, 20);
    await settled();
    pages.want(50_000, 50_020);
    await settled();
    await settled();
    assert.equal(pages.get().total, 100_000);
    assert.deepEqual(pages.rowAt(50_003), transactionAt(50_003));
    assert.equal(pages.rowAt(30_000), undefined);
    assert.deepEqual(offsets(), [0, 50_000, 50_100, 49_900]);
  });

  test('asks for no neighbours of what is only passed, until one stays', async () => {
    const { pages, offsets } = ledgerOf(100_000);
    pages.want(0, 20);
    await settled();
    for (const row of [50_000, 70_000]) {
      pages.want(row, row + 20, true);
      await settled();
      await settled();
    }
    assert.deepEqual(offsets(), [0, 50_000, 70_000]);
    pages.want(70_000, 70_020);
    assert.deepEqual(offsets(), [0, 50_000, 70_000, 70_100, 69_900]);
  });

  test('asks for nothing twice, and never for more than two pages at a time', async () => {
    const { app, pages } = ledgerOf(100_000);
    const waiting: (() => void)[] = [];
    app.script('transactions.page', async (request) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return succeeded(sampleLedger(100_000).page(request));
    });
    pages.want(0, 0);
    waiting.shift()?.();
    await settled();
    for (let row = 0; row < 20_000; row += 250) pages.want(row, row + 20);
    assert.equal(waiting.length, 2);
    while (waiting.length > 0) {
      waiting.shift()?.();
      await settled();
      assert.ok(waiting.length <= 2);
    }
    const asked = app.calls.map(({ request }) => JSON.stringify(request));
    assert.equal(new Set(asked).size, asked.length);
  });

  test('forgets what is far away, and has it again when one returns', async () => {
    const { app, pages } = ledgerOf(1_000_000);
    pages.want(0, 0);
    await settled();
    for (let page = 1; page < 180; page++) {
      pages.want(page * pageSize, page * pageSize);
      await settled();
      await settled();
    }
    assert.equal(pages.rowAt(0), undefined);
    const before = app.calls.length;
    pages.want(0, 0);
    await settled();
    assert.ok(app.calls.length > before);
    assert.deepEqual(pages.rowAt(0), transactionAt(0));
  });

  test('a failure stops it until it is told to try again', async () => {
    const { app, pages } = ledgerOf(1000);
    app.script('transactions.page', () => failed({ kind: 'ledger-busy', path: '/l' }));
    pages.want(0, 20);
    await settled();
    pages.want(400, 420);
    await settled();
    assert.equal(pages.get().failure?.kind, 'ledger-busy');
    assert.equal(app.calls.length, 1);
    app.script('transactions.page', (request) => succeeded(sampleLedger(1000).page(request)));
    pages.want(0, 20);
    pages.retry();
    await settled();
    assert.equal(pages.get().failure, null);
    assert.deepEqual(pages.rowAt(3), transactionAt(3));
  });

  test('what arrives after it was closed is not taken', async () => {
    const { app, pages } = ledgerOf(1000);
    const answer = Promise.withResolvers<Result<IpcAnswer<'transactions.page'>>>();
    app.script('transactions.page', () => answer.promise);
    pages.want(0, 20);
    pages.close();
    answer.resolve(succeeded({ rows: [transactionAt(0)], total: 1000 }));
    await settled();
    assert.equal(pages.get().total, null);
  });

  test('sends what is searched for, and in which order', async () => {
    const { app, pages } = ledgerOf(1000, {
      filter: { accountIds: ['a1'], search: 'tesco' },
      sort: { by: 'amount', order: 'ascending' },
    });
    pages.want(0, 0);
    await settled();
    assert.deepEqual(app.calls[0]?.request, {
      filter: { accountIds: ['a1'], search: 'tesco' },
      sort: { by: 'amount', order: 'ascending' },
      offset: 0,
      limit: pageSize,
    });
  });
});

describe('the pages around a view', () => {
  test('end where the list does', () => {
    assert.deepEqual(pagesAround(0, 30, 450), [0, 1]);
    assert.deepEqual(pagesAround(390, 449, 450), [3, 4, 2]);
    assert.deepEqual(pagesAround(0, 30, 0), [0]);
    assert.deepEqual(pagesAround(50_000, 50_020, null), [500]);
  });
});
