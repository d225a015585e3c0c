import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PerformanceSummary } from '#shared/performance-summary.ts';
import { initialProgress } from '#shared/progress.ts';
import { performanceLines, syncEndLine } from '#shared/words/summary-lines.ts';

const ended = {
  ...initialProgress('j'),
  status: 'completed',
  transactionsSynced: 450,
  duplicates: 12,
} as const;

const performance: PerformanceSummary = {
  transactions: 450,
  accounts: 3,
  elapsedMs: 8460,
  transactionsPerMinute: 3191.4,
  rowsPerSecond: 53,
  apiCalls: { count: 21, meanMs: 130.4, p95Ms: 301, maxMs: 1204, totalMs: 2738 },
  databaseWrites: { count: 9, meanMs: 2.25, p95Ms: 6, maxMs: 6, totalMs: 20 },
  pages: { count: 6, meanMs: 140, p95Ms: 200, maxMs: 210, totalMs: 840 },
  waits: [
    { cause: 'rate-limit', count: 2, totalMs: 6000 },
    { cause: 'network', count: 1, totalMs: 2000 },
  ],
  planningMs: 1,
  slowestAccount: { displayName: 'Current', elapsedMs: 8000 },
  bottleneck: 'rate-limit',
};

describe('the line at the end of a sync', () => {
  test('has the wording people search for', () => {
    assert.equal(syncEndLine(ended), 'Sync complete: 450 synced, 12 duplicates, 0 errors');
  });

  test('does not call complete what is not', () => {
    for (const status of ['partial', 'failed', 'cancelled', 'timed-out', 'interrupted'] as const) {
      assert.doesNotMatch(syncEndLine({ ...ended, status }), /^Sync complete/);
    }
  });

  test('tells of rows the bank amended or took back only when there are any', () => {
    assert.equal(
      syncEndLine({ ...ended, updated: 2, removed: 1 }),
      'Sync complete: 450 synced, 12 duplicates, 0 errors, 2 updated, 1 removed',
    );
  });
});

describe('the performance summary', () => {
  test('says all the design asks for, in lines', () => {
    assert.deepEqual(performanceLines(performance), [
      'PERFORMANCE SUMMARY: 450 transactions from 3 accounts in 8.5 s',
      '  Transactions per minute: 3191',
      '  API calls: 21, mean 130 ms, p95 301 ms, max 1.2 s',
      '  Database writes: 9, mean 2.3 ms, p95 6.0 ms, max 6.0 ms',
      '  Pages: 6, mean 140 ms, p95 200 ms, max 210 ms',
      '  Waits: rate limit 2 times, 6.0 s; network 1 times, 2.0 s',
      '  Slowest account: Current, 8.0 s',
      "  Bottleneck: the bank's rate limit",
    ]);
  });

  test('says so when nothing was done', () => {
    const none = { count: 0, meanMs: 0, p95Ms: 0, maxMs: 0, totalMs: 0 };
    const lines = performanceLines({
      ...performance,
      apiCalls: none,
      waits: [],
      slowestAccount: null,
      bottleneck: 'none',
    });
    assert.ok(lines.includes('  API calls: none'));
    assert.ok(lines.includes('  Waits: none'));
    assert.ok(lines.every((line) => !line.includes('Slowest')));
  });
});
