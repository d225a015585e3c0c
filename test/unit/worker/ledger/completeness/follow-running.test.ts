import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RunningRow } from '../../../../../src-worker/ledger/completeness/day-figures.ts';
import { followRunning } from '../../../../../src-worker/ledger/completeness/follow-running.ts';

const row = (day: number, amountMinor: number, runningMinor: number | null): RunningRow => ({
  day: `2026-01-${String(day).padStart(2, '0')}`,
  amountMinor,
  runningMinor,
});
const gaps = (rows: readonly RunningRow[]): readonly string[] =>
  followRunning(rows).gaps.map(
    ({ from, to, amountMinor }) => `${String(amountMinor)} ${from.slice(8)}-${to.slice(8)}`,
  );

describe('running balances, from row to row', () => {
  const cases: readonly (readonly [string, readonly RunningRow[], readonly string[]])[] = [
    ['none', [], []],
    ['in order', [row(1, 5, 105), row(1, -3, 102), row(2, 8, 110)], []],
    ['in any order within a day', [row(1, 5, 105), row(2, 8, 110), row(2, -3, 102), row(3, 1, 111)], []],
    ['a day that ends where it began', [row(1, 5, 105), row(2, 4, 109), row(2, -4, 105), row(3, 1, 106)], []],
    ['true twins', [row(1, -3, 97), row(1, -3, 94), row(2, -3, 91)], []],
    [
      'a row around midnight stands in the chain of the next day',
      [row(1, 5, 105), row(2, 2, 110), row(3, 3, 108), row(4, 1, 111)],
      [],
    ],
    ['a row without a figure counts with its amount', [row(1, 5, 105), row(2, -3, null), row(3, 8, 110)], []],
    [
      'a row without a figure at the end of a day',
      [row(1, 5, 105), row(2, 2, 107), row(2, -3, null), row(3, 8, 112)],
      [],
    ],
    ['a missing row between two days', [row(1, 5, 105), row(3, 8, 120)], ['7 01-03']],
    ['the only row of a day is missing', [row(1, 5, 105), row(3, 1, 100), row(4, 1, 101)], ['-6 01-03']],
    [
      'a row missing in the middle of a day',
      [row(1, 5, 105), row(2, 1, 106), row(2, 1, 114), row(3, 1, 115)],
      ['7 01-02'],
    ],
    [
      'a row missing in the middle of the first day',
      [row(1, 5, 105), row(1, 1, 113), row(2, 1, 114)],
      ['7 01-01'],
    ],
    [
      'two rows missing in two places',
      [row(1, 5, 105), row(3, 8, 120), row(4, 1, 121), row(6, 1, 125)],
      ['7 01-03', '3 04-06'],
    ],
    ['an amount changed by hand', [row(1, 5, 105), row(2, -30, 102), row(3, 1, 103)], ['27 01-02']],
  ];
  for (const [name, rows, expected] of cases) test(name, () => assert.deepEqual(gaps(rows), expected));

  test('ends with what was held after the newest row, with a figure of its own or not', () => {
    assert.deepEqual(followRunning([row(1, 5, 105), row(2, -3, null)]).end, {
      day: '2026-01-02',
      minor: 102,
    });
    assert.deepEqual(followRunning([row(1, 5, 105), row(2, 5, 110)]).end, { day: '2026-01-02', minor: 110 });
  });
});
