import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CompletenessWay, completenessWay } from '#shared/completeness-way.ts';
import type { CoverageSpan, Verdict } from '#shared/completeness.ts';

const span = (
  from: number,
  to: number,
  outcome: CoverageSpan['outcome'],
  reason: string | null = null,
): CoverageSpan => ({ from: day(from), to: day(to), outcome, reason, lastAskedIso: null, rows: 0 });
const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}`;
const days = (from: number, to: number) => ({ from: day(from), to: day(to) });

const complete: Verdict = { kind: 'complete', ...days(1, 31), by: ['balances'] };
const gap = (from: number, to: number) => ({ amountMinor: 1, ...days(from, to), by: 'balances' }) as const;
const answered = span(11, 31, 'answered');

describe('what to do about an account', () => {
  const cases: readonly (readonly [string, Verdict, readonly CoverageSpan[], CompletenessWay])[] = [
    ['whole: nothing', complete, [answered], { kind: 'none' }],
    [
      'old history refused: reconnect for it',
      complete,
      [span(1, 10, 'refused', 'old-history-refused'), answered],
      { kind: 'reconnect', range: days(1, 10) },
    ],
    [
      'days the bank does not serve at all: nothing would help',
      complete,
      [span(1, 10, 'refused', 'range-refused'), answered],
      { kind: 'none' },
    ],
    [
      'days never asked, the newest first: sync them',
      complete,
      [span(1, 3, 'never-asked'), span(4, 5, 'answered'), span(6, 10, 'never-asked'), answered],
      { kind: 'sync', range: days(6, 10) },
    ],
    [
      'today not asked for yet: nothing',
      complete,
      [span(1, 30, 'answered'), span(31, 31, 'never-asked')],
      { kind: 'none' },
    ],
    [
      'not asked for a while: sync what is new',
      complete,
      [span(1, 20, 'answered'), span(21, 31, 'never-asked')],
      { kind: 'sync', range: null },
    ],
    [
      'money missing in two places: sync both and what is between',
      { kind: 'unexplained', gaps: [gap(20, 22), gap(12, 13)] },
      [answered],
      { kind: 'sync', range: days(12, 22) },
    ],
    [
      'money missing where history was refused: reconnect for those days',
      { kind: 'cannot-judge', because: { kind: 'gap', ...days(1, 10), amountMinor: 5 } },
      [span(1, 10, 'refused', 'old-history-refused'), answered],
      { kind: 'reconnect', range: days(1, 10) },
    ],
    [
      'one balance: sync again',
      { kind: 'cannot-judge', because: { kind: 'one-balance', atIso: 'x' } },
      [answered],
      { kind: 'sync', range: null },
    ],
    [
      'no balance and all answered: nothing',
      { kind: 'cannot-judge', because: { kind: 'no-balance' } },
      [answered],
      { kind: 'none' },
    ],
  ];
  for (const [name, verdict, spans, way] of cases) {
    test(name, () => assert.deepEqual(completenessWay({ verdict, spans, isListed: true }), way));
  }
});
