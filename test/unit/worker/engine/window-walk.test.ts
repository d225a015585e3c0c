import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, dayCount, type DayRange } from '#shared/calendar-day.ts';
import {
  afterAnswer,
  giveUpOlder,
  giveUpRange,
  narrower,
  nextWindow,
  pagesAhead,
  perishableWidths,
  startWalk,
  wholeRanges,
  type WindowWalk,
} from '../../../../src-worker/engine/window-walk.ts';

const year: DayRange = { from: '2025-01-01', to: '2025-12-31' };
const large = { rows: 1000, elapsedMs: 100 };
const small = { rows: 10, elapsedMs: 100 };

function widths(start: WindowWalk, answer: { rows: number; elapsedMs: number }): number[] {
  const found: number[] = [];
  let walk = start;
  for (let window = nextWindow(walk); window !== null; window = nextWindow(walk)) {
    found.push(dayCount(window));
    walk = afterAnswer(walk, window, answer);
  }
  return found;
}

describe('walking through a plan', () => {
  test('windows go from the newest day back, touch, never overlap and cover everything', () => {
    let walk = startWalk([year, { from: '2026-02-01', to: '2026-02-28' }]);
    let next = year.to;
    for (let window = nextWindow(walk); window !== null && window.to <= year.to; window = nextWindow(walk)) {
      assert.equal(window.to, next);
      next = addDays(window.from, -1);
      walk = afterAnswer(walk, window, large);
    }
    assert.equal(next, '2024-12-31');
    assert.deepEqual(nextWindow(walk), { from: '2026-02-01', to: '2026-02-28' });
  });

  test('90 busy days are four pages of at most 30 days, as planned', () => {
    const walk = startWalk([{ from: '2026-01-01', to: '2026-04-01' }]);
    assert.equal(pagesAhead(walk), 4);
    assert.deepEqual(widths(walk, large), [30, 30, 30, 1]);
  });

  test('small fast answers widen the window, up to a year', () => {
    assert.deepEqual(
      widths(startWalk([{ from: '2020-01-01', to: '2025-12-31' }]), small),
      [30, 60, 120, 240, 366, 366, 366, 366, 278],
    );
  });

  test('old history is asked in years from the first call on', () => {
    const walk = startWalk([{ from: '2020-01-01', to: '2025-12-31' }], perishableWidths);
    assert.deepEqual(widths(walk, large), [366, 366, 366, 366, 366, 362]);
  });

  test('slow answers do not', () => {
    assert.deepEqual(
      widths(startWalk([{ from: '2025-01-01', to: '2025-03-31' }]), { rows: 1, elapsedMs: 9000 }),
      [30, 30, 30],
    );
  });

  test('huge answers narrow it', () => {
    assert.deepEqual(
      widths(startWalk([{ from: '2025-01-01', to: '2025-02-28' }]), { rows: 20_000, elapsedMs: 10 }),
      [30, 15, 8, 6],
    );
  });

  test('unattended, the whole range is one window', () => {
    assert.deepEqual(widths(startWalk([year], wholeRanges), large), [365]);
  });
});

describe('a bank that refuses', () => {
  test('a refused width is halved and not grown into again', () => {
    const walk = startWalk([year]);
    const window = nextWindow(walk);
    assert.ok(window);
    const cut = narrower(walk, window, 'refused');
    assert.ok(cut);
    assert.deepEqual(new Set(widths(cut, small).slice(0, -1)), new Set([15]));
  });

  test('a week that is refused is given up with everything older in its range, other ranges go on', () => {
    const other = { from: '2026-02-01', to: '2026-02-28' };
    const walk = { ...startWalk([year, other]), widthDays: 7 };
    const window = nextWindow(walk);
    assert.ok(window);
    assert.equal(narrower(walk, window, 'refused'), null);
    const given = giveUpRange(walk, window);
    assert.deepEqual(given.givenUp, [year]);
    assert.deepEqual(given.walk.open, [other]);
  });

  test('closed old history is passed over in every range, newer days stay planned', () => {
    const walk = startWalk([
      { from: '2020-01-01', to: '2020-12-31' },
      { from: '2025-06-01', to: '2026-01-31' },
    ]);
    const given = giveUpOlder(walk, { from: '2025-07-01', to: '2025-07-31' });
    assert.deepEqual(given.givenUp, [
      { from: '2020-01-01', to: '2020-12-31' },
      { from: '2025-06-01', to: '2025-07-31' },
    ]);
    assert.deepEqual(given.walk.open, [{ from: '2025-08-01', to: '2026-01-31' }]);
  });

  test('time-outs halve the window twice in a run, no more', () => {
    let walk: WindowWalk | null = { ...startWalk([year]), widthDays: 366 };
    const cuts: number[] = [];
    for (; walk !== null; walk = narrower(walk, nextWindow(walk) ?? year, 'timeout'))
      cuts.push(walk.widthDays);
    assert.deepEqual(cuts, [366, 183, 92]);
  });
});
