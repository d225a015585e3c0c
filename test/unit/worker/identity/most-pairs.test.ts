import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { mostPairs } from '../../../../src-worker/identity/most-pairs.ts';

/** The most pairs there are, by trying everything. */
function mostByTrying(lefts: readonly number[], rights: readonly number[], fits: typeof always): number {
  const [left, ...others] = lefts;
  if (left === undefined) return 0;
  return Math.max(
    mostByTrying(others, rights, fits),
    ...rights
      .filter((right) => fits(left, right))
      .map(
        (right) =>
          1 +
          mostByTrying(
            others,
            rights.filter((other) => other !== right),
            fits,
          ),
      ),
  );
}
const always = (_left: number, _right: number): boolean => true;

describe('pairing as many as possible', () => {
  test('finds as many pairs as there are, each of them fitting, nobody twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { maxLength: 5 }),
        (table) => {
          const lefts = table.map((_, index) => index);
          const rights = [0, 1, 2, 3, 4];
          const fits = (left: number, right: number): boolean => table[left]?.[right] === true;
          const pairs = mostPairs(lefts, rights, fits);
          assert.equal(pairs.size, mostByTrying(lefts, rights, fits));
          assert.equal(new Set(pairs.values()).size, pairs.size);
          for (const [left, right] of pairs) assert.ok(fits(left, right));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the first of the lefts get a partner where not all can', () => {
    assert.deepEqual([...mostPairs([1, 2, 3], [7, 8], always).keys()], [1, 2]);
  });

  test('one that fits a single partner gets it from one that fits two', () => {
    const pairs = mostPairs([1, 2], [7, 8], (left, right) => left === 1 || right === 7);
    assert.deepEqual([pairs.get(1), pairs.get(2)], [8, 7]);
  });

  test('thousands of equal rows are paired in their order', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => index);
    let asked = 0;
    const pairs = mostPairs(many, many, () => {
      asked += 1;
      return true;
    });
    assert.deepEqual([pairs.size, pairs.get(4_321), asked], [5_000, 4_321, 5_000]);
  });
});
