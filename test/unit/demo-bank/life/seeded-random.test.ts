import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRandom, scramble32, seedOf } from '../../../../src-demo-bank/life/seeded-random.ts';

describe('seeded chance', () => {
  test('repeats for the same labels and differs for others', () => {
    const take = (...labels: readonly (number | string)[]) => {
      const random = createRandom(...labels);
      return Array.from({ length: 20 }, () => random.between(0, 1_000_000));
    };
    assert.deepEqual(take(1, 'a', 3), take(1, 'a', 3));
    assert.notDeepEqual(take(1, 'a', 3), take(1, 'a', 4));
    assert.notDeepEqual(take(1, 'a', 3), take(1, 'b', 3));
  });

  test('keeps to its bounds and reaches both', () => {
    const random = createRandom(5);
    const seen = new Set(Array.from({ length: 500 }, () => random.between(2, 4)));
    assert.deepEqual(
      [...seen].sort((a, b) => a - b),
      [2, 3, 4],
    );
    assert.ok(Array.from({ length: 500 }, random.unit).every((value) => value >= 0 && value < 1));
  });

  test('scrambles without collisions', () => {
    assert.equal(new Set(Array.from({ length: 100_000 }, (_, value) => scramble32(value))).size, 100_000);
  });

  test('tells labels apart that only join to the same text', () => {
    assert.notEqual(seedOf('a', 'bc'), seedOf('c', 'ab'));
    assert.notEqual(seedOf(1, 2), seedOf(2, 1));
  });
});
