import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createPerformanceTracker, timingOf } from '#shared/performance-tracker.ts';
import type { SyncEvent } from '#shared/sync-event.ts';

const call = (ms: number): SyncEvent => ({
  kind: 'api-call',
  endpoint: 'accounts/transactions',
  status: 200,
  ms,
  bytes: 10,
});
const write = (ms: number): SyncEvent => ({ kind: 'database-write', ms, rows: 1 });
const page = (inserted: number, fetched: number): SyncEvent => ({
  kind: 'page-stored',
  accountId: 'a',
  displayName: 'A',
  page: 1,
  from: '2026-01-01',
  to: '2026-01-30',
  fetched,
  inserted,
  duplicates: fetched - inserted,
  updated: 0,
  removed: 0,
  pagesAhead: 0,
  pageMs: 100,
});
const rateWait = (waitedMs: number): SyncEvent => ({
  kind: 'wait-over',
  accountId: 'a',
  cause: 'rate-limit',
  waitedMs,
});

describe('summing up durations', () => {
  test('nothing is all zeros', () => {
    assert.deepEqual(timingOf([]), { count: 0, meanMs: 0, p95Ms: 0, maxMs: 0, totalMs: 0 });
  });
  test('p95 is the nearest rank: of 1 to 100 it is 95, of 20 values the 19th, of one value itself', () => {
    const to100 = Array.from({ length: 100 }, (_, index) => 100 - index);
    assert.deepEqual(timingOf(to100), { count: 100, meanMs: 50.5, p95Ms: 95, maxMs: 100, totalMs: 5050 });
    assert.equal(timingOf(Array.from({ length: 20 }, (_, index) => index + 1)).p95Ms, 19);
    assert.equal(timingOf([7]).p95Ms, 7);
  });
});

describe('the performance summary', () => {
  test('counts new rows per minute and all rows per second over the wall time', () => {
    const tracker = createPerformanceTracker();
    for (const event of [call(300), call(100), write(20), page(450, 500)]) tracker.add(event);
    const summary = tracker.summary(8_500);
    assert.equal(summary.transactions, 450);
    assert.equal(summary.transactionsPerMinute, 3176);
    assert.equal(summary.rowsPerSecond, 59);
    assert.deepEqual(summary.apiCalls, { count: 2, meanMs: 200, p95Ms: 300, maxMs: 300, totalMs: 400 });
  });

  test('waits are summed by cause', () => {
    const tracker = createPerformanceTracker();
    for (const event of [rateWait(2000), rateWait(4000)]) tracker.add(event);
    assert.deepEqual(tracker.summary(1).waits, [{ cause: 'rate-limit', count: 2, totalMs: 6000 }]);
  });

  const bottlenecks: readonly (readonly [string, readonly SyncEvent[]])[] = [
    ['api', [call(100), write(99), rateWait(50)]],
    ['database', [call(100), write(101)]],
    ['rate-limit', [call(100), write(10), rateWait(2000)]],
    [
      'planning',
      [
        { kind: 'account-started', accountId: 'a', displayName: 'A', pagesAhead: 1, planningMs: 500 },
        call(100),
      ],
    ],
    ['none', []],
  ];
  for (const [part, events] of bottlenecks) {
    test(`blames ${part} when it took the longest`, () => {
      const tracker = createPerformanceTracker();
      for (const event of events) tracker.add(event);
      assert.equal(tracker.summary(1000).bottleneck, part);
    });
  }

  test('names the slowest account', () => {
    const tracker = createPerformanceTracker();
    for (const [accountId, elapsedMs] of [
      ['a', 10],
      ['b', 30],
      ['c', 20],
    ] as const) {
      tracker.add({
        kind: 'account-ended',
        outcome: {
          accountId,
          connectionId: 'x',
          displayName: accountId.toUpperCase(),
          status: 'completed',
          transactionsSynced: 0,
          duplicates: 0,
          pages: 1,
          elapsedMs,
        },
      });
    }
    assert.deepEqual(tracker.summary(60).slowestAccount, { displayName: 'B', elapsedMs: 30 });
    assert.equal(tracker.summary(60).accounts, 3);
  });
});
