import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AccountOutcome } from '#shared/job.ts';
import type { WaitCause } from '#shared/progress.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import { logLineOf } from '#shared/words/log-lines.ts';

const page = (fetched: number, number = 1): SyncEvent => ({
  kind: 'page-stored',
  accountId: 'a',
  displayName: 'Current',
  page: number,
  from: '2026-01-01',
  to: '2026-01-31',
  fetched,
  inserted: fetched,
  duplicates: 0,
  updated: 0,
  removed: 0,
  pagesAhead: 0,
  pageMs: 10,
});

const wait = (cause: WaitCause, status: number, waitMs: number): SyncEvent => ({
  kind: 'waiting',
  accountId: 'a',
  waiting: { cause, untilIso: '2026-01-06T08:00:02.000Z' },
  waitMs,
  attempt: 1,
  attempts: 3,
  status,
});

const outcome: AccountOutcome = {
  accountId: 'a',
  connectionId: 'c',
  displayName: 'Current',
  status: 'completed',
  transactionsSynced: 450,
  duplicates: 12,
  pages: 5,
  elapsedMs: 8500,
};

describe('log lines', () => {
  test('a page', () => {
    assert.equal(logLineOf(page(100))?.line, 'Page 1: fetched 100 transactions');
  });

  test('a page of one keeps the wording people search for', () => {
    assert.equal(logLineOf(page(1, 2))?.line, 'Page 2: fetched 1 transactions');
  });

  const waits: readonly (readonly [SyncEvent, string])[] = [
    [wait('rate-limit', 429, 2000), 'Rate limited (429), retrying in 2 s (attempt 1 of 3)'],
    [wait('rate-limit', 429, 2134), 'Rate limited (429), retrying in 2.1 s (attempt 1 of 3)'],
    [wait('rate-limit', 429, 125_000), 'Rate limited (429), retrying in 125 s (attempt 1 of 3)'],
    [wait('bank-error', 503, 4000), 'Bank unavailable (503), retrying in 4 s (attempt 1 of 3)'],
    [wait('bank-error', 0, 4000), 'Bank did not answer, retrying in 4 s (attempt 1 of 3)'],
    [wait('bank-error', 200, 4000), 'The answer broke off, retrying in 4 s (attempt 1 of 3)'],
    [wait('network', 0, 8000), 'Connection failed, retrying in 8 s (attempt 1 of 3)'],
  ];
  for (const [event, line] of waits) {
    test(line, () => {
      assert.deepEqual(logLineOf(event), { level: 'warn', line });
    });
  }

  test('an account that finished, with what the bank would not serve', () => {
    const reason = 'Older history needs a new consent.';
    assert.equal(
      logLineOf({ kind: 'account-ended', outcome: { ...outcome, reason } })?.line,
      `Finished Current: 450 synced, 12 duplicates, 5 pages in 8.5 s (${reason})`,
    );
  });

  test('an account that stopped is a warning with its reason', () => {
    const said = logLineOf({
      kind: 'account-ended',
      outcome: { ...outcome, status: 'rate-limited', reason: 'Come back later.' },
    });
    assert.equal(said?.level, 'warn');
    assert.match(said?.line ?? '', /^Stopped Current after 450 synced.*: Come back later\.$/);
  });

  test('what is only counted makes no line', () => {
    assert.equal(logLineOf({ kind: 'database-write', ms: 1, rows: 1 }), null);
    assert.equal(logLineOf({ kind: 'api-call', endpoint: 'me', status: 200, ms: 1, bytes: 1 }), null);
  });

  const told: readonly (readonly [SyncEvent, string])[] = [
    [
      {
        kind: 'plan-changed',
        accountId: 'a',
        pagesAhead: 1,
        why: { kind: 'fewer-days', cause: 'bank-timeout' },
      },
      'Asking for fewer days at once: the bank did not answer in time',
    ],
    [
      {
        kind: 'plan-changed',
        accountId: 'a',
        pagesAhead: 1,
        why: { kind: 'passed-over', from: '2020-01-01', to: '2020-02-01', reason: 'range-refused' },
      },
      'The bank does not serve 2020-01-01 to 2020-02-01 (range-refused)',
    ],
    [
      { kind: 'history-asked', accountId: 'a', displayName: 'Saver', leftMs: -5000 },
      'All old history of Saver is asked for, 5 s after the bank began to close it',
    ],
    [
      { kind: 'recurring-left-out', accountId: 'a', what: 'direct-debit', failureKind: 'bank-timeout' },
      'No direct-debits this time (bank-timeout)',
    ],
  ];
  for (const [event, line] of told) test(line, () => assert.equal(logLineOf(event)?.line, line));
});
