import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { categoryText } from '../../../../src-renderer/format/category-text.ts';
import { countdownText } from '../../../../src-renderer/format/countdown-text.ts';
import { countOf } from '../../../../src-renderer/format/count-text.ts';
import { dayText, nearInstantText } from '../../../../src-renderer/format/day-text.ts';

describe('countdowns', () => {
  const cases = [
    [12_000, '0:12'],
    [11_001, '0:12'],
    [245_000, '4:05'],
    [3_729_000, '1:02:09'],
    [-5, '0:00'],
  ] as const;
  for (const [ms, text] of cases) {
    test(`${ms} ms is ${text}`, () => {
      assert.equal(countdownText(ms), text);
    });
  }
});

describe('categories', () => {
  const cases = [
    ['DIRECT_DEBIT', 'Direct debit'],
    ['ATM', 'Cash machine'],
    ['UNKNOWN', ''],
    ['PURCHASE', 'Purchase'],
  ] as const;
  for (const [category, text] of cases) {
    test(`${category} is "${text}"`, () => {
      assert.equal(categoryText(category), text);
    });
  }
});

describe('counts', () => {
  test('one thing is not several', () => {
    assert.equal(countOf(1, 'account'), '1 account');
    assert.equal(countOf(0, 'account'), '0 accounts');
    assert.equal(countOf(2, 'more day'), '2 more days');
  });
});

describe('days', () => {
  test('a day is itself in every time zone', () => {
    assert.match(dayText('2026-01-05'), /05|5/);
    assert.match(dayText('2026-01-05'), /2026/);
  });

  test('what is no day stays what it is', () => {
    assert.equal(dayText('soon'), 'soon');
    assert.equal(nearInstantText('soon', 0), 'soon');
  });

  test('a moment of today is only its time', () => {
    const nowMs = new Date(2026, 10, 23, 15, 0).getTime();
    const later = new Date(2026, 10, 23, 21, 10).toISOString();
    const tomorrow = new Date(2026, 10, 24, 21, 10).toISOString();
    assert.doesNotMatch(nearInstantText(later, nowMs), /2026/);
    assert.match(nearInstantText(tomorrow, nowMs), /2026/);
  });
});
