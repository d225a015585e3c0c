import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Connection } from '#shared/connection.ts';
import type { AccountOutcome } from '#shared/job.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { connectionStatusOf } from '../../../../src-main/app/connection-status.ts';
import { jobRecord } from '../../../support/terminal/fake-sync-run.ts';

const connection: Connection = {
  id: 'c1',
  environment: 'live',
  authUrl: 'https://auth.truelayer.com',
  apiUrl: 'https://api.truelayer.com',
  clientId: 'x',
  redirectUri: 'http://localhost:3000/callback',
  providerId: 'ob-monzo',
  providerName: 'Monzo',
  state: 'active',
  consentCreatedAt: '2026-01-01T00:00:00.000Z',
  consentExpiresAt: '2026-04-01T00:00:00.000Z',
};
const outcome = (changes: Partial<AccountOutcome> = {}): AccountOutcome => ({
  accountId: 'a1',
  connectionId: 'c1',
  displayName: 'Current Account',
  status: 'completed',
  transactionsSynced: 0,
  duplicates: 0,
  pages: 1,
  elapsedMs: 10,
  ...changes,
});
const jobOn = (day: string, ...accounts: readonly AccountOutcome[]): JobRecord =>
  jobRecord({ accounts: [...accounts], finishedAt: `2026-01-${day}T08:00:00.000Z` });
const failing = outcome({
  status: 'failed',
  reason:
    'The bank is not available at the moment (503). Sync again later; it goes on from where it stopped.',
});
const at = { nowMs: Date.parse('2026-01-20T00:00:00Z'), isSyncing: false };
const status = (jobs: readonly JobRecord[], changes: Partial<Connection> = {}) =>
  connectionStatusOf({ ...connection, ...changes }, jobs, at);

describe('how a connection is', () => {
  test('never synced, before its first sync has completed', () => {
    const { health, lastSyncedAt, sentence } = status([]);
    assert.deepEqual([health, lastSyncedAt], ['never-synced', null]);
    assert.match(sentence ?? '', /Sync now/);
    assert.equal(status([jobOn('10', outcome({ status: 'cancelled' }))]).health, 'never-synced');
  });

  test('fine, after a sync that completed, with the time of it', () => {
    const { health, lastSyncedAt, sentence } = status([jobOn('11', outcome()), jobOn('10', outcome())]);
    assert.deepEqual([health, lastSyncedAt, sentence], ['fine', '2026-01-11T08:00:00.000Z', null]);
  });

  test('failed, when its last sync failed, and when it last worked is still known', () => {
    const { health, lastSyncedAt, sentence } = status([jobOn('12', failing), jobOn('11', outcome())]);
    assert.deepEqual([health, lastSyncedAt], ['failed', '2026-01-11T08:00:00.000Z']);
    assert.equal(
      sentence,
      'Current Account: The bank is not available at the moment (503). Sync again; it goes on from where it stopped.',
    );
  });

  test('still failed when only another of its accounts was synced since', () => {
    const other = outcome({ accountId: 'a2' });
    assert.equal(status([jobOn('13', other), jobOn('12', failing, other)]).health, 'failed');
    assert.equal(status([jobOn('13', outcome()), jobOn('12', failing, other)]).health, 'fine');
  });

  test('not troubled by an account that a later whole sync no longer found', () => {
    const gone = outcome({ accountId: 'a9', status: 'failed' });
    const both = [outcome(), outcome({ accountId: 'a2' })];
    assert.equal(status([jobOn('13', ...both), jobOn('12', gone, ...both)]).health, 'fine');
  });

  test('as it was, after a cancel', () => {
    assert.equal(
      status([jobOn('13', outcome({ status: 'cancelled' })), jobOn('12', failing)]).health,
      'failed',
    );
    assert.equal(
      status([jobOn('13', outcome({ status: 'cancelled' })), jobOn('12', outcome())]).health,
      'fine',
    );
  });

  test('free of what happened under an earlier consent', () => {
    const ended = outcome({ status: 'reconnect-needed' });
    const renewed = { consentCreatedAt: '2026-01-15T00:00:00.000Z' };
    assert.equal(status([jobOn('12', ended), jobOn('11', outcome())], renewed).health, 'fine');
  });

  test('in need of a reconnect, which outranks a failure', () => {
    const ended = outcome({
      accountId: 'a2',
      status: 'reconnect-needed',
      reason: 'The consent has ended. Run x.',
    });
    const { health, sentence } = status([jobOn('12', failing, ended)]);
    assert.equal(health, 'reconnect-needed');
    assert.match(sentence ?? '', /The consent has ended\. Reconnect to go on/);
    assert.doesNotMatch(sentence ?? '', /Run x/);
    assert.equal(status([jobOn('12', outcome())], { state: 'reconnect-needed' }).health, 'reconnect-needed');
  });

  test('rate-limited, with the time to come back', () => {
    const limited = outcome({ status: 'rate-limited', untilIso: '2026-01-13T09:00:00Z' });
    const { health, sentence } = status([jobOn('12', limited)]);
    assert.equal(health, 'rate-limited');
    assert.match(sentence ?? '', /Sync again after .*13.*2026/);
  });

  test('revoked, once disconnected, with nothing to say', () => {
    const { health, sentence } = status([jobOn('12', failing)], { state: 'revoked' });
    assert.deepEqual([health, sentence], ['revoked', null]);
  });

  test('syncing, while it does, whatever was before', () => {
    const now = connectionStatusOf(connection, [jobOn('12', failing)], { ...at, isSyncing: true });
    assert.deepEqual([now.health, now.sentence], ['syncing', null]);
  });

  test('fine but about to lose its consent, with the day', () => {
    const { health, sentence } = status([jobOn('12', outcome())], {
      consentExpiresAt: '2026-01-25T00:00:00.000Z',
    });
    assert.equal(health, 'fine');
    assert.match(sentence ?? '', /ends on .*25.*2026/);
  });

  test('not touched by jobs of other connections', () => {
    const foreign = outcome({ connectionId: 'c2', status: 'failed' });
    assert.equal(status([jobOn('13', foreign), jobOn('12', outcome())]).health, 'fine');
  });
});
