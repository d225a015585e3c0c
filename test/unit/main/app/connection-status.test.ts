import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Connection } from '#shared/connection.ts';
import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import type { AccountOutcome } from '#shared/job.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { connectionSentence } from '#shared/words/connection-sentence.ts';
import { plainFigures } from '#shared/words/sentence-figures.ts';
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
  failure: { kind: 'bank-unavailable', status: 503, code: null },
});
const words = (now: ConnectionStatus): string => connectionSentence(now, at.nowMs, plainFigures) ?? '';
const at = { nowMs: Date.parse('2026-01-20T00:00:00Z'), isSyncing: false };
const status = (jobs: readonly JobRecord[], changes: Partial<Connection> = {}) =>
  connectionStatusOf({ ...connection, ...changes }, jobs, at);

describe('how a connection is', () => {
  test('never synced, before its first sync has completed', () => {
    const now = status([]);
    assert.deepEqual([now.health, now.lastSyncedAt], ['never-synced', null]);
    assert.match(words(now), /Sync now/);
    assert.equal(status([jobOn('10', outcome({ status: 'cancelled' }))]).health, 'never-synced');
  });

  test('fine, after a sync that completed, with the time of it', () => {
    const now = status([jobOn('11', outcome()), jobOn('10', outcome())]);
    assert.deepEqual([now.health, now.lastSyncedAt, now.trouble], ['fine', '2026-01-11T08:00:00.000Z', null]);
    assert.equal(words(now), '');
  });

  test('failed, when its last sync failed, and when it last worked is still known', () => {
    const now = status([jobOn('12', failing), jobOn('11', outcome())]);
    assert.deepEqual([now.health, now.lastSyncedAt], ['failed', '2026-01-11T08:00:00.000Z']);
    assert.equal(
      words(now),
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
      failure: { kind: 'reconnect-needed', cause: 'consent-ended' },
    });
    const now = status([jobOn('12', failing, ended)]);
    assert.equal(now.health, 'reconnect-needed');
    assert.match(words(now), /the bank has ended\. Reconnect to go on/);
    assert.doesNotMatch(words(now), /passbook connect/);
    const older = status([jobOn('12', { ...ended, failure: undefined })]);
    assert.match(words(older), /^The bank no longer gives access\. Reconnect/, 'a job that kept no failure');
    assert.equal(status([jobOn('12', outcome())], { state: 'reconnect-needed' }).health, 'reconnect-needed');
  });

  test('rate-limited, with the time to come back', () => {
    const limited = outcome({ status: 'rate-limited', untilIso: '2026-01-13T09:00:00Z' });
    const now = status([jobOn('12', limited)]);
    assert.equal(now.health, 'rate-limited');
    assert.match(words(now), /Sync again after .*13.*2026/);
  });

  test('revoked, once disconnected, with nothing to say', () => {
    const now = status([jobOn('12', failing)], { state: 'revoked' });
    assert.deepEqual([now.health, words(now)], ['revoked', '']);
  });

  test('syncing, while it does, whatever was before', () => {
    const now = connectionStatusOf(connection, [jobOn('12', failing)], { ...at, isSyncing: true });
    assert.deepEqual([now.health, words(now)], ['syncing', '']);
  });

  test('fine but about to lose its consent, with the day', () => {
    const now = status([jobOn('12', outcome())], { consentExpiresAt: '2026-01-25T00:00:00.000Z' });
    assert.equal(now.health, 'fine');
    assert.match(words(now), /^Your consent ends on .*25.*2026/);
  });

  test('not touched by jobs of other connections', () => {
    const foreign = outcome({ connectionId: 'c2', status: 'failed' });
    assert.equal(status([jobOn('13', foreign), jobOn('12', outcome())]).health, 'fine');
  });
});
