import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { consentStage, consentStageSince } from '#shared/consent-warning.ts';
import { consentWarning } from '#shared/words/consent-words.ts';

const dayMs = 86_400_000;
const endMs = Date.parse('2026-04-05T09:00:00Z');
const consentExpiresAt = new Date(endMs).toISOString();
const before = (days: number): number => endMs - days * dayMs;
const facts = { providerName: 'Monzo', state: 'active', consentExpiresAt };

describe('warning before a consent ends', () => {
  test('at 14, 7 and 1 days, and when it is over', () => {
    const stages = [14.1, 14, 7.1, 7, 1.1, 1, 0.01, 0, -5].map((days) =>
      consentStage(consentExpiresAt, before(days)),
    );
    assert.deepEqual(stages, [null, 14, 14, 7, 7, 1, 1, 'ended', 'ended']);
  });

  test('a bank that does not say when, or says nonsense, warns of nothing', () => {
    assert.deepEqual([consentStage(null, endMs), consentStage('soon', endMs)], [null, null]);
    assert.equal(consentWarning({ ...facts, consentExpiresAt: null }, endMs), null);
  });

  test('each stage is due once, whatever lies between two looks', () => {
    const looks = [20, 15, 13, 10, 6.5, 3, 0.5, 0.2, -1, -2].map(before);
    const due = looks.slice(1).map((nowMs, at) => consentStageSince(consentExpiresAt, looks[at] ?? 0, nowMs));
    assert.deepEqual(due, [null, 14, null, 7, null, 1, null, 'ended', null]);
    assert.equal(consentStageSince(consentExpiresAt, before(30), before(0.5)), 1);
  });

  test('says until when and how long that is', () => {
    assert.deepEqual(consentWarning(facts, before(13.5)), {
      stage: 14,
      sentence:
        'Monzo: the consent ends on 5 April 2026, in 14 days. Renew it before then; your history and notes stay.',
    });
    assert.match(consentWarning(facts, before(0.5))?.sentence ?? '', /in less than a day/);
    assert.match(
      consentWarning(facts, before(-1))?.sentence ?? '',
      /ended on 5 April 2026\. Renew it to go on/,
    );
    assert.equal(consentWarning(facts, before(20)), null);
  });

  test('says nothing of one that the user ended or the bank refuses', () => {
    for (const state of ['revoked', 'reconnect-needed'])
      assert.equal(consentWarning({ ...facts, state }, before(3)), null);
  });
});
