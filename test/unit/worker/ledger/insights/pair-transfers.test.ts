import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '#shared/calendar-day.ts';
import {
  pairTransfers,
  type TransferCandidate,
} from '../../../../../src-worker/ledger/insights/pair-transfers.ts';

const candidate = (outRef: number, outDay: number, inRef: number, inDay: number): TransferCandidate => ({
  outRef,
  outDate: addDays('2026-03-01', outDay),
  inRef,
  inDate: addDays('2026-03-01', inDay),
  amountMinor: 25_000,
});

const cases: readonly {
  readonly says: string;
  readonly candidates: readonly TransferCandidate[];
  readonly pairs: readonly (readonly [number, number])[];
}[] = [
  { says: 'the same day', candidates: [candidate(1, 5, 2, 5)], pairs: [[1, 2]] },
  { says: 'three days later, over a weekend', candidates: [candidate(1, 5, 2, 8)], pairs: [[1, 2]] },
  { says: 'booked in before it was booked out', candidates: [candidate(1, 5, 2, 4)], pairs: [[1, 2]] },
  { says: 'not four days later', candidates: [candidate(1, 5, 2, 9)], pairs: [] },
  {
    says: 'the nearer of two arrivals',
    candidates: [candidate(1, 5, 2, 7), candidate(1, 5, 3, 6)],
    pairs: [[1, 3]],
  },
  {
    says: 'two of the same amount, each with its own',
    candidates: [candidate(1, 5, 3, 5), candidate(1, 5, 4, 6), candidate(2, 6, 3, 5), candidate(2, 6, 4, 6)],
    pairs: [
      [1, 3],
      [2, 4],
    ],
  },
  {
    says: 'an arrival that two accounts could have sent, once',
    candidates: [candidate(1, 5, 3, 5), candidate(2, 5, 3, 5)],
    pairs: [[1, 3]],
  },
];

describe('transfers between own accounts', () => {
  for (const { says, candidates, pairs } of cases) {
    test(says, () => {
      assert.deepEqual(
        pairTransfers(candidates).map(({ outRef, inRef }) => [outRef, inRef]),
        pairs,
      );
    });
  }

  test('take each row once, never far apart, and do not depend on the order they are found in', () => {
    const any = fc
      .tuple(fc.nat({ max: 6 }), fc.nat({ max: 12 }), fc.nat({ max: 6 }), fc.nat({ max: 12 }))
      .map(([out, outDay, into, inDay]) => candidate(out, outDay, 100 + into, inDay));
    const list = fc.uniqueArray(any, { selector: ({ outRef, inRef }) => `${outRef} ${inRef}` });
    fc.assert(
      fc.property(list, (candidates) => {
        const pairs = pairTransfers(candidates);
        const refs = pairs.flatMap(({ outRef, inRef }) => [outRef, inRef]);
        assert.equal(new Set(refs).size, refs.length);
        assert.ok(pairs.every(({ outDate, inDate }) => Math.abs(daysBetween(outDate, inDate)) <= 3));
        assert.deepEqual(pairTransfers(candidates.toReversed()), pairs);
      }),
    );
  });
});
