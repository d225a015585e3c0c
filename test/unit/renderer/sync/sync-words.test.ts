import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { announcementOf } from '../../../../src-renderer/sync/announcement.ts';
import { usualRange, wishOf } from '../../../../src-renderer/sync/date-range.ts';
import { wayOutOf } from '../../../../src-renderer/sync/outcome-way.ts';
import { barValueText, timeLeftText } from '../../../../src-renderer/sync/progress-text.ts';
import { syncWords } from '../../../../src-renderer/words/words.ts';
import { jobSample, outcomeSample, progressSample } from '../../../support/window/job-samples.ts';

describe('what is said of a running sync', () => {
  test('the line names the account, how many are done, and the rows', () => {
    assert.equal(
      syncWords.line(progressSample()),
      'Syncing Santander Current Account (1/3 accounts) - 450 transactions',
    );
  });

  test('the line leaves the wait to its countdown', () => {
    const waiting = { cause: 'rate-limit', untilIso: '2026-11-23T15:00:12Z' } as const;
    assert.equal(syncWords.line(progressSample({ waiting })), syncWords.line(progressSample()));
  });

  test('the bar says its pages, and before there are any that it asks', () => {
    assert.equal(barValueText(progressSample()), 'page 9 of about 20');
    assert.equal(barValueText(progressSample({ totalAccounts: 0 })), 'asking for the accounts');
  });

  test('time left is only said when there is some', () => {
    assert.equal(timeLeftText(progressSample({ etaMs: 14_000 })), 'about 14 s');
    assert.equal(timeLeftText(progressSample({ etaMs: 0 })), null);
    assert.equal(timeLeftText(progressSample({ etaMs: null })), null);
  });
});

describe('what is said aloud', () => {
  test('numbers that move do not change the text, so they are not read out', () => {
    const at = (transactionsSynced: number) =>
      announcementOf({ progress: progressSample({ transactionsSynced }), fraction: 0.5 }, null);
    assert.equal(at(1), at(90_000));
  });

  test('a wait is, and the end with its numbers is', () => {
    const waiting = { cause: 'rate-limit', untilIso: '2026-11-23T15:00:12Z' } as const;
    assert.match(
      announcementOf({ progress: progressSample({ waiting }), fraction: null }, null),
      /rate limit/,
    );
    assert.equal(announcementOf(null, jobSample()), 'Sync complete: 450 synced, 12 duplicates, 0 errors.');
    assert.equal(announcementOf(null, null), '');
  });
});

describe('the way out for an account that did not finish', () => {
  const cases = [
    [outcomeSample(), 'none'],
    [outcomeSample({ status: 'reconnect-needed' }), 'reconnect'],
    [outcomeSample({ status: 'rate-limited', untilIso: '2026-11-23T16:05:00Z' }), 'later'],
    [outcomeSample({ status: 'rate-limited', untilIso: null }), 'sync-again'],
    [outcomeSample({ status: 'failed', failureKind: 'account-gone' }), 'reconnect'],
    [outcomeSample({ status: 'failed', failureKind: 'not-supported' }), 'none'],
    [outcomeSample({ status: 'failed', failureKind: 'bank-unavailable' }), 'sync-again'],
    [outcomeSample({ status: 'failed' }), 'sync-again'],
    [outcomeSample({ status: 'cancelled' }), 'sync-again'],
  ] as const;
  for (const [outcome, way] of cases) {
    test(`${outcome.status} ${outcome.failureKind ?? ''}: ${way}`, () => {
      assert.equal(wayOutOf(outcome), way);
    });
  }
});

describe('a choice of days', () => {
  test('begins with the last thirty, by the clock of the app', () => {
    assert.deepEqual(usualRange(Date.parse('2026-11-23T15:00:00Z')), {
      from: '2026-10-24',
      to: '2026-11-23',
    });
  });

  test('becomes a wish, of one account or of all', () => {
    assert.deepEqual(wishOf('2026-01-01', '2026-01-31', 'a1'), {
      wish: { from: '2026-01-01', to: '2026-01-31', accountId: 'a1' },
    });
    assert.deepEqual(wishOf('2026-01-01', '2026-01-01', undefined), {
      wish: { from: '2026-01-01', to: '2026-01-01' },
    });
  });

  test('is refused with a sentence when a day is missing, or they are the wrong way round', () => {
    for (const [from, to] of [
      ['', '2026-01-31'],
      ['2026-02-01', '2026-01-31'],
      ['2026-02-30', '2026-03-31'],
    ] as const) {
      const asked = wishOf(from, to, undefined);
      assert.match('problem' in asked ? asked.problem : '', /\.$/);
    }
  });
});
