import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, dayCount, daysBetween, parseCalendarDay } from '#shared/calendar-day.ts';

describe('reading a calendar day', () => {
  const impossible = [
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    '',
    'today',
  ];
  for (const text of impossible) {
    test(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseCalendarDay(text), null));
  }
  test('takes the 29th of February of a leap year', () =>
    assert.equal(parseCalendarDay('2028-02-29'), '2028-02-29'));
});

test('days are counted over month ends, leap days and clock changes', () => {
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2026-03-29', 1), '2026-03-30');
  assert.equal(addDays('2026-01-01', -1), '2025-12-31');
  assert.equal(daysBetween('2026-01-01', '2026-12-31'), 364);
  assert.equal(dayCount({ from: '2026-03-01', to: '2026-03-01' }), 1);
});
