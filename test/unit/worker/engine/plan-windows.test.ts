import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, type DayRange } from '#shared/calendar-day.ts';
import { deepHistoryDays, planDays, planOneWindow } from '../../../../src-worker/engine/plan-windows.ts';

const today = '2026-11-23';
const nothing = { answered: [], refused: [] };
const day = (back: number): string => addDays(today, -back);

describe('planning an account', () => {
  test('a first sync asks for everything, perishable days first and today last', () => {
    assert.deepEqual(planDays(nothing, today, {}), [
      { from: day(deepHistoryDays), to: day(90) },
      { from: day(89), to: today },
    ]);
  });

  test('the next one asks for the look-back of 14 days behind the covered edge and no more', () => {
    const answered = [{ from: day(deepHistoryDays + 3), to: day(3) }];
    assert.deepEqual(planDays({ answered, refused: [] }, today, {}), [{ from: day(17), to: today }]);
  });

  test('a look-back of another length is asked as far', () => {
    const history = { answered: [{ from: day(deepHistoryDays + 9), to: today }], refused: [] };
    assert.deepEqual(planDays(history, today, { lookBackDays: 40 }), [{ from: day(40), to: today }]);
    assert.deepEqual(planOneWindow(history, today, { lookBackDays: 3 }), [{ from: day(3), to: today }]);
  });

  test('a run that was killed is gone on with: the gap and the look-back', () => {
    const answered = [{ from: day(89), to: today }];
    assert.deepEqual(planDays({ answered, refused: [] }, today, {}), [
      { from: day(deepHistoryDays), to: day(90) },
      { from: day(14), to: today },
    ]);
  });

  test('refused history is not asked for again', () => {
    const history = {
      answered: [{ from: day(89), to: today }],
      refused: [{ from: day(deepHistoryDays + 9), to: day(90) }],
    };
    assert.deepEqual(planDays(history, today, {}), [{ from: day(14), to: today }]);
  });

  test('a refusal after which nothing was answered is not believed: the bank may have refused everything', () => {
    const refused = [{ from: day(deepHistoryDays), to: day(90) }];
    assert.deepEqual(planDays({ answered: [], refused }, today, {}), planDays(nothing, today, {}));
  });

  test('a range asked for by hand is asked whole, though it was answered before', () => {
    const answered = [{ from: day(400), to: today }];
    assert.deepEqual(planDays({ answered, refused: [] }, today, { from: day(40), to: day(10) }), [
      { from: day(40), to: day(10) },
    ]);
  });

  test('unattended there is one window: the look-back, or 90 days when nothing is known', () => {
    assert.deepEqual(planOneWindow(nothing, today, {}), [{ from: day(89), to: today }]);
    assert.deepEqual(planOneWindow({ answered: [{ from: day(89), to: day(2) }], refused: [] }, today, {}), [
      { from: day(16), to: today },
    ]);
    assert.deepEqual(
      planOneWindow({ answered: [{ from: day(900), to: day(500) }], refused: [] }, today, {}),
      [{ from: day(89), to: today }],
    );
  });

  test('whatever was answered or refused, every other day is asked exactly once', () => {
    const range = fc
      .tuple(fc.nat(2400), fc.nat(300))
      .map(([back, length]): DayRange => ({ from: day(back), to: day(Math.max(0, back - length)) }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), fc.array(range, { maxLength: 3 }), (some, refused) => {
        const answered = merged(some);
        const asked = planDays({ answered, refused }, today, {}).flatMap(daysOf);
        const edge = answered.at(-1)?.to;
        const settled = new Set([
          ...answered.flatMap(daysOf).filter((each) => edge === undefined || each < addDays(edge, -14)),
          ...refused.filter(({ to }) => edge !== undefined && to < edge).flatMap(daysOf),
        ]);
        const open = daysOf({ from: day(deepHistoryDays), to: today }).filter((each) => !settled.has(each));
        assert.deepEqual(asked.toSorted(), open);
      }),
      { numRuns: 40 },
    );
  });
});

function daysOf({ from, to }: DayRange): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

function merged(ranges: readonly DayRange[]): DayRange[] {
  const result: DayRange[] = [];
  for (const range of ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last !== undefined && range.from <= addDays(last.to, 1)) {
      result[result.length - 1] = { from: last.from, to: range.to > last.to ? range.to : last.to };
    } else result.push(range);
  }
  return result;
}
