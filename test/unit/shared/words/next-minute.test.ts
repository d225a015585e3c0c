import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextMinute } from '#shared/words/next-minute.ts';

test('who is told to come after a minute does not come too early', () => {
  assert.equal(nextMinute('2026-11-23T20:51:00.001Z'), '2026-11-23T20:52:00.000Z');
  assert.equal(nextMinute('2026-11-23T20:51:00.000Z'), '2026-11-23T20:51:00.000Z');
  assert.equal(nextMinute('2026-12-31T23:59:59Z'), '2027-01-01T00:00:00.000Z');
  assert.equal(nextMinute('tomorrow'), 'tomorrow');
});
