import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { InvalidArgumentError } from 'commander';
import { dayRangeProblem } from '../../../../src-main/terminal/day-range.ts';
import {
  calendarDay,
  instantMs,
  nonEmpty,
  searchText,
  wholeNumber,
} from '../../../../src-main/terminal/option-values.ts';

describe('days', () => {
  test('a day that exists is read', () => assert.equal(calendarDay('2024-02-29'), '2024-02-29'));

  for (const text of [
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    'yesterday',
    '',
    '2026-01-01T00:00',
  ]) {
    test(`"${text}" is refused`, () => assert.throws(() => calendarDay(text), InvalidArgumentError));
  }
});

describe('two days together', () => {
  const nowMs = Date.parse('2026-01-06T08:00:00Z');

  test('the same day twice is a range', () => {
    assert.equal(
      dayRangeProblem({ from: '2026-01-06', to: '2026-01-06' }, nowMs, { future: 'refuse' }),
      null,
    );
  });

  test('from after to is told', () => {
    const problem = dayRangeProblem({ from: '2026-01-02', to: '2026-01-01' }, nowMs, { future: 'allow' });
    assert.match(problem ?? '', /--from 2026-01-02 is after --to 2026-01-01/);
  });

  test('a bank cannot be asked for tomorrow, the ledger can', () => {
    const days = { to: '2026-01-07' };
    assert.match(
      dayRangeProblem(days, nowMs, { future: 'refuse' }) ?? '',
      /^--to 2026-01-07 is in the future; today is 6 January 2026\.$/,
    );
    assert.equal(dayRangeProblem(days, nowMs, { future: 'allow' }), null);
  });
});

describe('moments for --now', () => {
  test('with a zone', () => {
    assert.equal(instantMs('2026-01-06T09:00:00+01:00'), Date.parse('2026-01-06T08:00:00Z'));
  });

  test('a day alone is its first moment in UTC', () => {
    assert.equal(instantMs('2026-01-06'), Date.parse('2026-01-06T00:00:00Z'));
  });

  for (const text of [
    '2026-01-06T09:00:00',
    '2026-02-30T00:00:00Z',
    'now',
    '1700000000',
    '2026-01-06T25:00Z',
  ]) {
    test(`"${text}" is refused`, () => assert.throws(() => instantMs(text), InvalidArgumentError));
  }
});

describe('numbers and texts', () => {
  test('the bounds belong to the range', () => {
    assert.deepEqual(['1', '16'].map(wholeNumber(1, 16)), [1, 16]);
  });

  for (const text of ['0', '17', '1.5', '-1', '1e1', '', ' 2', 'two']) {
    test(`"${text}" is no number of workers`, () => {
      assert.throws(() => wholeNumber(1, 16)(text), InvalidArgumentError);
    });
  }

  test('the empty text an unset variable leaves is refused', () => {
    assert.throws(() => nonEmpty(''), InvalidArgumentError);
  });
});

describe('a text to look for', () => {
  test('is what was typed', () => assert.equal(searchText('50% off_'), '50% off_'));

  test('is refused where it is longer than SQLite looks for', () => {
    assert.throws(() => searchText('x'.repeat(4001)), /at most 4000 characters/);
    assert.throws(() => searchText(' '), InvalidArgumentError);
  });
});
