import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { initialProgress, type Progress } from '#shared/progress.ts';
import { progressLine } from '#shared/words/progress-line.ts';

const nowMs = Date.parse('2026-01-06T08:00:00Z');
const progress: Progress = {
  ...initialProgress('j'),
  status: 'syncing',
  currentAccount: 'Santander Current Account',
  accountsDone: 2,
  totalAccounts: 3,
  transactionsSynced: 450,
};

describe('the progress line', () => {
  test('names the account, the accounts done and the rows', () => {
    assert.equal(
      progressLine(progress, nowMs),
      'Syncing Santander Current Account (2/3 accounts) - 450 transactions',
    );
  });

  test('says what it waits for, and how long still', () => {
    const untilIso = '2026-01-06T08:00:12Z';
    const line = progressLine({ ...progress, waiting: { cause: 'rate-limit', untilIso } }, nowMs);
    assert.match(line, / - 450 transactions - waiting 12 s for the bank's rate limit$/);
  });

  test('counts a wait down to one second, never below', () => {
    const waiting = { cause: 'network', untilIso: '2026-01-06T08:00:12Z' } as const;
    assert.match(progressLine({ ...progress, waiting }, nowMs + 60_000), /waiting 1 s for the network$/);
  });

  test('does not claim 0 of 0 accounts before the bank has been asked', () => {
    assert.equal(progressLine(initialProgress('j'), nowMs), 'Asking the bank for your accounts');
  });

  test('in the first minutes says how long the bank still serves old history', () => {
    const historyWindow = { endsIso: new Date(nowMs + 252_000).toISOString() };
    assert.match(
      progressLine({ ...progress, historyWindow }, nowMs),
      / - old history open for another 4 min$/,
    );
    assert.doesNotMatch(progressLine({ ...progress, historyWindow }, nowMs + 252_000), /old history/);
  });
});
