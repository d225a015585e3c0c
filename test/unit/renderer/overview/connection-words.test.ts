import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { connectionHealthSchema } from '#shared/ipc/app-state.ts';
import { consentWords } from '../../../../src-renderer/overview/consent-words.ts';
import { healthMark } from '../../../../src-renderer/sidebar/health-words.ts';
import { hoursOf, scheduleChoices } from '../../../../src-renderer/settings/schedule-choices.ts';
import { connectionSample, sampleNowIso } from '../../../support/window/app-states.ts';

const nowMs = Date.parse(sampleNowIso);

describe('the state of a connection', () => {
  test('no two that need different things look alike', () => {
    const marks = connectionHealthSchema.options.map((health) => {
      const { icon, words } = healthMark(connectionSample({ health }), nowMs);
      return `${icon} ${words}`;
    });
    assert.equal(new Set(marks).size, marks.length);
  });

  test('fine is said with its age', () => {
    // The rest is as the locale of this machine says it: `12 min ago`, `12 min. ago`.
    assert.match(healthMark(connectionSample(), nowMs).words, /^Synced .*12/);
    assert.equal(healthMark(connectionSample({ lastSyncedAt: null }), nowMs).words, 'Not synced yet');
  });
});

describe('a consent', () => {
  test('counts its days and is marked in the last week', () => {
    const at = (consent_expires_at: string) => consentWords(connectionSample({ consent_expires_at }), nowMs);
    assert.deepEqual(at('2027-01-20T10:00:00Z'), { words: 'Consent for 58 more days', soon: false });
    assert.deepEqual(at('2026-11-24T10:00:00Z'), { words: 'Consent for 1 more day', soon: true });
    assert.deepEqual(at('2026-11-23T10:00:00Z'), { words: 'Consent has ended', soon: true });
  });

  test('is not spoken of where nobody knows, or where it is over anyway', () => {
    assert.equal(consentWords(connectionSample({ consent_expires_at: null }), nowMs), null);
    assert.equal(consentWords(connectionSample({ health: 'reconnect-needed' }), nowMs), null);
  });
});

describe('the schedule', () => {
  test('every choice comes back as itself', () => {
    for (const hours of scheduleChoices) assert.equal(hoursOf(String(hours)), hours);
    assert.equal(hoursOf('3'), null);
  });
});
