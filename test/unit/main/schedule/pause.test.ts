import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pauseEndMs } from '../../../../src-main/schedule/pause.ts';

describe('a pause', () => {
  test('of an hour ends in an hour', () => {
    assert.equal(pauseEndMs('hour', 1_000), 3_601_000);
  });

  test('until tomorrow ends at the next midnight of the user’s own clock, late in the evening as in the morning', () => {
    for (const hour of [0, 9, 23]) {
      const now = new Date(2026, 5, 10, hour, 59, 30);
      assert.equal(pauseEndMs('tomorrow', now.getTime()), new Date(2026, 5, 11).getTime());
    }
  });
});
