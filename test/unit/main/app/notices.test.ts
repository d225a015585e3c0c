import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AccountOutcome } from '#shared/job.ts';
import { consentNotices, noticesOfJob } from '../../../../src-main/app/notices.ts';
import { statusOf } from '../../../support/desktop/state-of.ts';
import { jobRecord } from '../../../support/terminal/fake-sync-run.ts';

const outcome = (accountId: string, transactionsSynced: number): AccountOutcome => ({
  accountId,
  connectionId: 'c1',
  displayName: `Account ${accountId}`,
  status: 'completed',
  transactionsSynced,
  duplicates: 0,
  pages: 1,
  elapsedMs: 1,
});
const fine = [statusOf()];
const ended = [
  statusOf({ health: 'reconnect-needed', sentence: 'The consent has ended. Reconnect to go on.' }),
];
const brought = jobRecord({ transactionsSynced: 12, accounts: [outcome('a', 12), outcome('b', 0)] });
const facts = { job: brought, before: fine, after: fine, isWatched: false };

describe('the end of a job', () => {
  test('is told when it brought rows, and a click leads to the only account that has them', () => {
    assert.deepEqual(noticesOfJob(facts), [
      { title: '12 new transactions', body: 'Account a', place: { kind: 'account', accountId: 'a' } },
    ]);
  });

  test('leads to the overview when several accounts have new rows', () => {
    const job = jobRecord({ transactionsSynced: 13, accounts: [outcome('a', 12), outcome('b', 1)] });
    const [notice] = noticesOfJob({ ...facts, job });
    assert.equal(notice?.body, 'Account a, Account b');
    assert.deepEqual(notice?.place, { kind: 'overview' });
  });

  test('is told with the way out when something went wrong that was not wrong before', () => {
    assert.deepEqual(noticesOfJob({ ...facts, after: ended }), [
      {
        title: 'Monzo: reconnect needed',
        body: 'The consent has ended. Reconnect to go on.',
        place: { kind: 'job', jobId: 'job-1' },
      },
    ]);
  });

  const silences: readonly (readonly [string, Partial<typeof facts>])[] = [
    ['the user looks at the window', { isWatched: true }],
    ['the user looks at the window and sees the failure', { isWatched: true, after: ended }],
    ['it brought nothing', { job: jobRecord({ accounts: [outcome('a', 0)] }) }],
    ['the user cancelled it', { job: { ...brought, status: 'cancelled' } }],
    ['the same was wrong before', { job: jobRecord(), before: ended, after: ended }],
  ];
  for (const [when, changes] of silences) {
    test(`is not told when ${when}`, () => {
      assert.deepEqual(noticesOfJob({ ...facts, ...changes }), []);
    });
  }
});

describe('a consent that ends within a week', () => {
  const nowMs = Date.parse('2026-01-06T08:00:00Z');
  const ending = statusOf({
    consent_expires_at: '2026-01-12T00:00:00Z',
    sentence: 'Your consent ends on ...',
  });

  test('is told once a day', () => {
    const first = consentNotices([ending], {}, nowMs);
    assert.equal(first.notices.length, 1);
    assert.equal(consentNotices([ending], first.noticedOn, nowMs + 3_600_000).notices.length, 0);
    assert.equal(consentNotices([ending], first.noticedOn, nowMs + 86_400_000).notices.length, 1);
  });

  test('is not told again the same day because a sync ran in between', () => {
    const { noticedOn } = consentNotices([ending], {}, nowMs);
    const during = consentNotices([{ ...ending, health: 'syncing' }], noticedOn, nowMs);
    assert.equal(consentNotices([ending], during.noticedOn, nowMs).notices.length, 0);
  });

  test('is not told of one that lasts longer, has ended, or was disconnected', () => {
    const others = [
      statusOf({ consent_expires_at: '2026-01-14T00:00:00Z' }),
      statusOf({ consent_expires_at: '2026-01-05T00:00:00Z' }),
      statusOf({ consent_expires_at: null }),
      { ...ending, health: 'revoked' as const },
    ];
    assert.deepEqual(consentNotices(others, {}, nowMs), { notices: [], noticedOn: {} });
  });

  test('forgets connections that are gone', () => {
    assert.deepEqual(consentNotices([], { c1: '2026-01-05' }, nowMs).noticedOn, {});
  });
});
