import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstWeekday } from '../../../../src-renderer/format/first-weekday.ts';
import { comingWeeks } from '../../../../src-renderer/insights/coming-days.ts';

test('a week begins with the day it begins with where the reader lives', () => {
  // 2026-11-23 is a Monday.
  const firstDayIn = (locale: string): string | undefined =>
    comingWeeks([], '2026-11-23', firstWeekday(locale))[0]?.[0]?.day;
  assert.equal(firstDayIn('en-GB'), '2026-11-23');
  assert.equal(firstDayIn('en-US'), '2026-11-22');
  assert.equal(firstDayIn('ar-EG'), '2026-11-21');
});
