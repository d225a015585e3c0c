import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { valueScale } from '../../../../src-renderer/charts/value-scale.ts';
import { pointAt, walk } from '../../../../src-renderer/charts/walk.ts';

describe('walking through a chart by keyboard', () => {
  const cases = [
    ['ArrowRight', 3, 4],
    ['ArrowUp', 3, 4],
    ['ArrowLeft', 3, 2],
    ['ArrowDown', 0, 0],
    ['ArrowRight', 11, 11],
    ['PageUp', 3, 11],
    ['PageDown', 11, 1],
    ['Home', 7, 0],
    ['End', 7, 11],
    ['Enter', 7, null],
    ['a', 7, null],
  ] as const;
  for (const [key, from, to] of cases) {
    test(`${key} at ${String(from)} of 12: ${String(to)}`, () => {
      assert.equal(walk(key, from, 12), to);
    });
  }

  test('the pointer finds the nearest point, and the last one beyond the edge', () => {
    assert.deepEqual(
      [-0.2, 0, 0.49, 0.51, 0.99, 1.4].map((at) => pointAt(at, 2)),
      [0, 0, 0, 1, 1, 1],
    );
  });
});

describe('an axis of money', () => {
  test('has round numbers that hold every value, nothing among them', () => {
    const { ticks, y } = valueScale([-123_456, 456_789], 200, 100);
    assert.deepEqual(
      ticks.map(({ whole }) => whole),
      [-2000, 0, 2000, 4000, 6000],
    );
    assert.ok(y(456_789) >= 0 && y(-123_456) <= 200);
    assert.ok(y(456_789) < y(0) && y(0) < y(-123_456));
  });

  test('stands when there is nothing to show', () => {
    const { ticks, y } = valueScale([], 200, 100);
    assert.equal(ticks[0]?.whole, 0);
    assert.equal(y(0), 200);
  });

  test('counts in the currency\u2019s own units', () => {
    assert.deepEqual(
      valueScale([5000], 100, 1).ticks.map(({ whole }) => whole),
      [0, 1000, 2000, 3000, 4000, 5000],
    );
  });
});
