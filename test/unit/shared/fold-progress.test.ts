import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  foldProgress,
  startProgress,
  withAccounts,
  withStatus,
  type ProgressState,
} from '#shared/fold-progress.ts';
import type { SyncEvent } from '#shared/sync-event.ts';

const started = (accountId: string, pagesAhead: number): SyncEvent => ({
  kind: 'account-started',
  accountId,
  displayName: `Account ${accountId}`,
  pagesAhead,
  planningMs: 1,
});
const page = (accountId: string, inserted: number, pagesAhead: number): SyncEvent => ({
  kind: 'page-stored',
  accountId,
  displayName: `Account ${accountId}`,
  page: 1,
  from: '2026-01-01',
  to: '2026-01-30',
  fetched: inserted + 1,
  inserted,
  duplicates: 1,
  updated: 0,
  removed: 0,
  pagesAhead,
  pageMs: 5,
});
const waiting = (accountId: string, untilIso: string): SyncEvent => ({
  kind: 'waiting',
  accountId,
  waiting: { cause: 'rate-limit', untilIso },
  waitMs: 2000,
  attempt: 1,
  attempts: 3,
  status: 429,
});
const fold = (state: ProgressState, events: readonly SyncEvent[], nowMs = 1000): ProgressState =>
  events.reduce((folded, event) => foldProgress(folded, event, nowMs), state);

test('rows, pages and the current account follow the events', () => {
  const { progress } = fold(withAccounts(startProgress('j', 0), 1), [
    started('a', 3),
    page('a', 10, 2),
    page('a', 5, 1),
  ]);
  assert.equal(progress.currentAccount, 'Account a');
  assert.equal(progress.transactionsSynced, 15);
  assert.equal(progress.duplicates, 2);
  assert.equal(progress.pagesDone, 2);
  assert.equal(progress.pagesPlanned, 3);
  assert.equal(progress.rowsPerSecond, 17);
});

test('time left counts accounts not begun as needing what the others need', () => {
  const begun = fold(withAccounts(startProgress('j', 0), 3), [started('a', 2), page('a', 1, 1)]);
  assert.equal(begun.progress.pagesPlanned, 1 + 1 + 4);
  assert.equal(begun.progress.etaMs, 5000);
  assert.equal(startProgress('j', 0).progress.etaMs, null);
});

test('of several waits the one that ends last is shown, until it is over', () => {
  const both = fold(startProgress('j', 0), [
    waiting('a', '2026-01-01T00:00:09.000Z'),
    waiting('b', '2026-01-01T00:00:05.000Z'),
  ]);
  assert.equal(both.progress.waiting?.untilIso, '2026-01-01T00:00:09.000Z');
  const one = fold(both, [{ kind: 'wait-over', accountId: 'a', cause: 'rate-limit', waitedMs: 1 }]);
  assert.equal(one.progress.waiting?.untilIso, '2026-01-01T00:00:05.000Z');
  const none = fold(one, [{ kind: 'wait-over', accountId: 'b', cause: 'rate-limit', waitedMs: 1 }]);
  assert.equal(none.progress.waiting, null);
});

test('a failed account and an unreadable row are errors, a cancelled account is not, 429s are counted', () => {
  const outcome = {
    accountId: 'a',
    connectionId: 'c',
    displayName: 'A',
    transactionsSynced: 0,
    duplicates: 0,
    pages: 0,
    elapsedMs: 0,
  };
  const { progress } = fold(startProgress('j', 0), [
    { kind: 'account-ended', outcome: { ...outcome, status: 'rate-limited' } },
    { kind: 'account-ended', outcome: { ...outcome, accountId: 'b', status: 'cancelled' } },
    { kind: 'row-rejected', accountId: 'a', detail: 'unreadable amount' },
    { kind: 'api-call', endpoint: 'accounts', status: 429, ms: 1, bytes: 0 },
    { kind: 'api-call', endpoint: 'accounts', status: 200, ms: 1, bytes: 0 },
  ]);
  assert.deepEqual([progress.errors, progress.accountsDone, progress.rateLimited], [2, 2, 1]);
});

test('the end clears what is only true of a running job, as the job row does', () => {
  const ended = withStatus(
    fold(startProgress('j', 0), [started('a', 3), waiting('a', '2026-01-01T00:00:09.000Z')]),
    'completed',
  );
  assert.deepEqual(
    [ended.progress.status, ended.progress.waiting, ended.progress.etaMs],
    ['completed', null, null],
  );
});
