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
  statusOf({
    health: 'reconnect-needed',
    trouble: {
      accountId: '',
      displayName: 'Monzo',
      failure: { kind: 'reconnect-needed', cause: 'consent-ended' },
      untilIso: null,
    },
  }),
];
const brought = jobRecord({ transactionsSynced: 12, accounts: [outcome('a', 12), outcome('b', 0)] });
const facts = { job: brought, before: fine, after: fine, isWatched: false, nowMs: 0 };

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
        body: 'The consent you gave the bank has ended. Reconnect to go on; your history and notes stay.',
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

describe('a consent that ends', () => {
  const dayMs = 86_400_000;
  const endsMs = Date.parse('2026-03-01T00:00:00Z');
  const ending = statusOf({ consent_expires_at: '2026-03-01T00:00:00Z' });

  test('is told at 14, 7 and 1 days and when it is over, each once', () => {
    let toldAt: Readonly<Record<string, string>> = {};
    const told: string[] = [];
    for (let hour = -20 * 24; hour <= 48; hour += 1) {
      const end = consentNotices([ending], toldAt, endsMs + hour * 3_600_000);
      ({ toldAt } = end);
      told.push(...end.notices.map(({ title }) => `${String(hour / 24)}: ${title}`));
    }
    assert.deepEqual(told, [
      '-14: Monzo: your consent ends soon',
      '-7: Monzo: your consent ends soon',
      '-1: Monzo: your consent ends soon',
      '0: Monzo: your consent has ended',
    ]);
  });

  test('is told once at the first start after a holiday, with the days left', () => {
    const first = consentNotices([ending], {}, endsMs - 5 * dayMs);
    assert.match(first.notices[0]?.body ?? '', /in 5 days\. Renew it before then/);
    assert.deepEqual(consentNotices([ending], first.toldAt, endsMs - 4 * dayMs).notices, []);
  });

  test('is not told again because a sync ran in between, and is again after a renewal', () => {
    const { toldAt } = consentNotices([ending], {}, endsMs - dayMs);
    assert.deepEqual(consentNotices([{ ...ending, health: 'syncing' }], toldAt, endsMs - dayMs).notices, []);
    const renewed = { ...ending, consent_expires_at: '2026-05-30T00:00:00Z' };
    const laterMs = Date.parse(renewed.consent_expires_at) - 10 * dayMs;
    assert.equal(consentNotices([renewed], toldAt, laterMs).notices.length, 1);
  });

  test('is not told of one that lasts longer, that nobody knows the end of, or that is over already', () => {
    const others = [
      statusOf({ consent_expires_at: '2026-03-16T00:00:00Z' }),
      statusOf({ consent_expires_at: null }),
      { ...ending, state: 'revoked' as const },
      { ...ending, state: 'reconnect-needed' as const },
    ];
    assert.deepEqual(consentNotices(others, {}, endsMs - dayMs), { notices: [], toldAt: {} });
  });

  test('forgets connections that are gone', () => {
    assert.deepEqual(consentNotices([], { c1: '2026-01-05T00:00:00Z' }, endsMs).toldAt, {});
  });
});
