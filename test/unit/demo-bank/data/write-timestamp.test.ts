import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeTimestamp } from '../../../../src-demo-bank/data/write-timestamp.ts';
import type { LifeRow } from '../../../../src-demo-bank/life/life-row.ts';
import type { RowStyle } from '../../../../src-demo-bank/life/profile.ts';

const what = {
  description: '',
  merchant: null,
  category: 'OTHER',
  classification: [],
  bankCode: '',
} as const;
const row = (key: number): LifeRow => ({
  key,
  day: 20_459,
  secondOfDay: 30_605,
  amountMinor: 1,
  what,
  generation: 0,
});
const style = (timestamps: RowStyle['timestamps']): RowStyle => ({
  timestamps,
  ids: 'none',
  classified: false,
  runningBalance: false,
});

describe('a timestamp', () => {
  const cases: readonly (readonly [RowStyle['timestamps'], number, string])[] = [
    ['midnight-z', 1, '2026-01-06T00:00:00Z'],
    ['midnight-bare', 1, '2026-01-06T00:00:00'],
    ['midnight-offset', 1, '2026-01-06T00:00:00+00:00'],
    ['to-the-second', 8, '2026-01-06T08:30:05Z'],
    ['to-the-second', 9, '2026-01-06T08:30:05.0Z'],
    ['to-the-second', 1_000_007, '2026-01-06T08:30:05.9055433Z'],
  ];
  for (const [timestamps, key, expect] of cases) {
    test(`in the style ${timestamps} is ${expect}`, () => {
      assert.equal(writeTimestamp(row(key), style(timestamps), false), expect);
    });
  }

  test('has from 0 to 7 fraction digits, whatever the row', () => {
    const digits = new Set(
      Array.from({ length: 50 }, (_, key) => {
        const text = writeTimestamp(row(key), style('to-the-second'), false);
        assert.ok(!Number.isNaN(Date.parse(text)), text);
        return (/\.(\d+)Z$/.exec(text)?.[1] ?? '').length;
      }),
    );
    assert.deepEqual(
      [...digits].sort((a, b) => a - b),
      [0, 1, 2, 3, 4, 5, 6, 7],
    );
  });
});
