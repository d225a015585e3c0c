import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listDays, placeOfDay, sampledPlaces } from '../../../../../src-worker/ledger/insights/list-days.ts';
import { monthsOf } from '../../../../../src-worker/ledger/insights/months-of.ts';

describe('the days and months of an insight', () => {
  test('months run over the end of a year, both ends included', () => {
    assert.deepEqual(monthsOf({ from: '2025-11-30', to: '2026-02-01' }), [
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    assert.deepEqual(monthsOf({ from: '2026-02-01', to: '2026-02-01' }), ['2026-02']);
  });

  test('days hold both ends, a leap day, and know their places', () => {
    const days = listDays({ from: '2024-02-27', to: '2024-03-01' });
    assert.deepEqual(days, ['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01']);
    assert.equal(placeOfDay('2024-02-27', '2024-03-01'), 3);
    assert.equal(placeOfDay('2024-02-27', '2024-02-26'), -1);
  });

  for (const dayCount of [1, 92, 110, 111, 365, 731, 5000]) {
    test(`a line over ${String(dayCount)} days has a point for its last one and not too many`, () => {
      const places = sampledPlaces(dayCount);
      assert.equal(places.at(-1), dayCount - 1);
      assert.ok(places.length <= 110 && places.every((place) => place >= 0));
      const [first = 0, second = 0] = places;
      if (dayCount > 110) assert.equal((second - first) % 7, 0);
      else assert.equal(places.length, dayCount);
    });
  }
});
