import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantText } from '../../../../src-renderer/format/day-text.ts';
import { nearDayText } from '../../../../src-renderer/format/near-day-text.ts';

/** In the zone of the machine, as people see it. */
const at = (day: number, hours: number): Date => new Date(2026, 10, day, hours, 52);

test('the days beside today are called by their names, others by their date', () => {
  const nowMs = at(23, 21).getTime();
  const text = (day: number, hours: number): string => nearDayText(at(day, hours).toISOString(), nowMs);
  assert.match(text(24, 8), /^tomorrow, .*8:52/);
  assert.match(text(22, 23), /^yesterday, .*11:52/);
  assert.doesNotMatch(text(23, 8), /tomorrow|yesterday|2026/);
  assert.equal(text(25, 8), instantText(at(25, 8).toISOString()));
  assert.equal(nearDayText('no time', nowMs), 'no time');
});
