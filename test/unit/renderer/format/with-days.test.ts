import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayText } from '../../../../src-renderer/format/day-text.ts';
import { withDays } from '../../../../src-renderer/format/with-days.ts';

test('the days in a sentence kept with a job are written as the reader writes days, moments are left alone', () => {
  const sentence = '0 new rows because the bank has none for the days from 2026-11-09 to 2026-11-23.';
  const told = withDays(sentence);
  assert.equal(
    told,
    `0 new rows because the bank has none for the days from ${dayText('2026-11-09')} to ${dayText('2026-11-23')}.`,
  );
  assert.doesNotMatch(told, /2026-11/);
  assert.equal(withDays('asked at 2026-11-09T08:00:00Z'), 'asked at 2026-11-09T08:00:00Z');
});
