import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CoverageSpan } from '#shared/completeness.ts';
import { type AskedDays, readDayLog } from '../../../../../src-worker/ledger/completeness/day-log.ts';

const asked = (
  from: number,
  to: number,
  outcome: AskedDays['outcome'],
  minute: number,
  reason: string | null = null,
): AskedDays => ({ from: day(from), to: day(to), outcome, reason, askedAtIso: at(minute) });
const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}`;
const at = (minute: number): string => `2026-02-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
const spansOf = (
  questions: readonly AskedDays[],
  from = 1,
  to = 20,
  rowsOn: readonly number[] = [],
): readonly CoverageSpan[] =>
  readDayLog(questions).spans(
    { from: day(from), to: day(to) },
    (which) => rowsOn.filter((number) => day(number) === which).length,
  );
const short = (spans: readonly CoverageSpan[]): readonly string[] =>
  spans.map(({ from, to, outcome }) => `${from.slice(8)}-${to.slice(8)} ${outcome}`);

describe('what was asked of an account, day by day', () => {
  test('windows that touch or overlap become one span, with its rows and the last time it was asked', () => {
    assert.deepEqual(
      spansOf([asked(11, 20, 'answered', 1), asked(1, 12, 'answered', 2)], 1, 20, [1, 11, 11, 20]),
      [{ from: day(1), to: day(20), outcome: 'answered', reason: null, lastAskedIso: at(2), rows: 4 }],
    );
  });

  test('days between two windows were never asked, and the spans leave no day out', () => {
    const spans = spansOf([asked(1, 5, 'answered', 1), asked(9, 12, 'answered', 2)]);
    assert.deepEqual(short(spans), [
      '01-05 answered',
      '06-08 never-asked',
      '09-12 answered',
      '13-20 never-asked',
    ]);
    assert.equal(spans[1]?.lastAskedIso, null);
  });

  test('a refusal keeps its reason, and refusals for two reasons stay apart', () => {
    const spans = spansOf([
      asked(1, 4, 'refused', 1, 'old-history-refused'),
      asked(5, 8, 'refused', 1, 'range-refused'),
      asked(9, 20, 'answered', 2),
    ]);
    assert.deepEqual(short(spans), ['01-04 refused', '05-08 refused', '09-20 answered']);
    assert.deepEqual([spans[0]?.reason, spans[1]?.reason], ['old-history-refused', 'range-refused']);
  });

  test('what was answered once stays answered when the bank refuses it later', () => {
    const spans = spansOf([asked(1, 20, 'answered', 1), asked(1, 10, 'refused', 2, 'old-history-refused')]);
    assert.deepEqual(short(spans), ['01-20 answered']);
    assert.equal(spans[0]?.lastAskedIso, at(2));
  });

  test('an answer after a refusal fills the span in', () => {
    const spans = spansOf([asked(1, 20, 'refused', 1, 'old-history-refused'), asked(5, 20, 'answered', 2)]);
    assert.deepEqual(short(spans), ['01-04 refused', '05-20 answered']);
  });
});
