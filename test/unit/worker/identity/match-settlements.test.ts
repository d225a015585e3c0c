import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  type BookedCandidate,
  matchSettlements,
  type PendingToSettle,
} from '../../../../src-worker/identity/match-settlements.ts';

const both = {
  date: '2026-01-10',
  timestampUtc: '2026-01-10T00:00:00.000Z',
  amountMinor: -1000,
  currency: 'GBP',
  description: 'LA CUCINA',
  merchant: null,
  normalisedId: null,
  providerId: null,
};
const pending = (wish: Partial<PendingToSettle> = {}): PendingToSettle => ({
  ...both,
  ref: 1,
  firstPageRef: 10,
  seenPageRef: 10,
  isGone: true,
  ...wish,
});
const booked = (wish: Partial<BookedCandidate> = {}): BookedCandidate => ({
  ...both,
  ref: 100,
  firstPageRef: 11,
  isClaimed: false,
  ...wish,
});
const second = { timestampUtc: '2026-01-10T12:31:07.000Z' };
const none = new Set<string>();

/** `confidence reason` of the one link, or `none`. */
function verdict(p: Partial<PendingToSettle>, b: Partial<BookedCandidate>): string {
  const [found] = matchSettlements([pending(p)], [booked(b)], none);
  return found === undefined ? 'none' : `${found.confidence} ${found.reason}`;
}

describe('one pending row and one booked one', () => {
  const cases: readonly (readonly [string, Partial<PendingToSettle>, Partial<BookedCandidate>, string])[] = [
    [
      'share an id, whatever else',
      { normalisedId: 'n' },
      { normalisedId: 'n', amountMinor: 5, firstPageRef: 1 },
      'certain same-id',
    ],
    ['are the same but for ids', { providerId: 'a' }, { providerId: 'b' }, 'likely same-amount'],
    [
      'name one merchant',
      { merchant: 'X', description: 'A' },
      { merchant: 'X', description: 'B' },
      'likely same-amount',
    ],
    ['differ by a tip', {}, { amountMinor: -1250 }, 'likely tip'],
    ['differ by more than a tip', {}, { amountMinor: -1300 }, 'doubtful other-amount'],
    ['differ by an exchange rate', {}, { amountMinor: -960 }, 'likely nearly-same-amount'],
    ['differ by a hold', { amountMinor: -9900 }, { amountMinor: -120 }, 'likely hold'],
    ['differ by a check of the card', { amountMinor: -100 }, { amountMinor: -9999 }, 'likely hold'],
    [
      'differ by less than an odd sum that was held',
      { amountMinor: -1234 },
      { amountMinor: -700 },
      'doubtful other-amount',
    ],
    ['have only the amount in common', {}, { description: 'SHELL PETROL' }, 'doubtful other-text'],
    [
      'have only the amount in common, a week apart',
      {},
      { description: 'SHELL', date: '2026-01-17' },
      'none',
    ],
    ['have nothing in common', {}, { description: 'SHELL', amountMinor: -1 }, 'none'],
    ['are eight days apart', {}, { date: '2026-01-18' }, 'likely same-amount'],
    ['are nine days apart', {}, { date: '2026-01-19' }, 'none'],
    ['lie the wrong way round by two days', {}, { date: '2026-01-08' }, 'none'],
    ['are in two currencies', {}, { currency: 'EUR' }, 'none'],
    ['go in two directions', {}, { amountMinor: 1000 }, 'none'],
    ['were there side by side', {}, { firstPageRef: 9 }, 'none'],
    ['were there side by side for a while', { seenPageRef: 12 }, {}, 'doubtful arrived-earlier'],
    [
      'were there side by side for a while, and of one second',
      { ...second, seenPageRef: 12, isGone: false },
      second,
      'likely same-instant',
    ],
    [
      'were there side by side from the first, and of one second',
      { ...second, isGone: false },
      { ...second, firstPageRef: 9 },
      'none',
    ],
    [
      'were there side by side for a while at a time that may only be a day',
      { timestampUtc: '2026-01-10T12:00:00.000Z', seenPageRef: 12, isGone: false },
      { timestampUtc: '2026-01-10T12:00:00.000Z' },
      'none',
    ],
    [
      'are of one second, with another text',
      { ...second, seenPageRef: 12 },
      { ...second, description: 'SHELL PETROL' },
      'none',
    ],
    [
      'are of one second, with another amount',
      { ...second, seenPageRef: 12 },
      { ...second, amountMinor: -1001 },
      'none',
    ],
    ['are one too many: it is another row’s', {}, { isClaimed: true }, 'none'],
    [
      'would be doubtful, but the row may be pending still',
      { isGone: false },
      { amountMinor: -1300 },
      'none',
    ],
    ['are likely one, and the row may be pending still', { isGone: false }, {}, 'likely same-amount'],
  ];
  for (const [name, p, b, wanted] of cases)
    test(`${name}: ${wanted}`, () => assert.equal(verdict(p, b), wanted));
});

describe('several', () => {
  test('of different amounts are doubtful, the nearer first', () => {
    const found = matchSettlements(
      [pending({ amountMinor: -9900 })],
      [
        booked({ amountMinor: -5102, date: '2026-01-12' }),
        booked({ ref: 101, amountMinor: -4317, date: '2026-01-11' }),
      ],
      none,
    );
    assert.deepEqual(found, [{ pendingRef: 1, bookedRef: 101, confidence: 'doubtful', reason: 'hold' }]);
  });

  test('weak evidence does not make strong evidence doubtful', () => {
    const found = matchSettlements(
      [pending()],
      [booked({ amountMinor: -1125 }), booked({ ref: 101, amountMinor: -3000 })],
      none,
    );
    assert.deepEqual(found, [{ pendingRef: 1, bookedRef: 100, confidence: 'likely', reason: 'tip' }]);
  });

  test('a pair that the user has undone is passed over', () => {
    assert.deepEqual(matchSettlements([pending()], [booked()], new Set(['1:100'])), []);
  });
});

const few = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const content = {
  date: few('2026-01-09', '2026-01-10', '2026-01-12'),
  amountMinor: few(-1000, -1125, -640, -9900),
  description: few('LA CUCINA', 'LA CUCINA LONDON', 'SHELL'),
  normalisedId: few(null, null, 'a', 'b'),
};
const anyPending = fc.record({ ...content, seenPageRef: few(10, 12), isGone: fc.boolean() });
const anyBooked = fc.record({ ...content, firstPageRef: few(9, 11, 13), isClaimed: few(false, false, true) });
const anyPair = fc
  .tuple(fc.array(anyPending, { maxLength: 5 }), fc.array(anyBooked, { maxLength: 5 }))
  .map(
    ([p, b]) =>
      [
        p.map((row, index) => pending({ ...row, ref: index + 1 })),
        b.map((row, index) => booked({ ...row, ref: index + 100 })),
      ] as const,
  );

describe('any rows', () => {
  test('each is used once at most, doubt is only for rows that are gone, and the order given makes no difference', () => {
    fc.assert(
      fc.property(anyPair, ([p, b]) => {
        const found = matchSettlements(p, b, none);
        const byId = found.filter(({ reason }) => reason !== 'same-id');
        assert.equal(new Set(found.map(({ pendingRef }) => pendingRef)).size, found.length);
        assert.equal(new Set(byId.map(({ bookedRef }) => bookedRef)).size, byId.length);
        for (const { pendingRef, confidence } of found) {
          assert.ok(confidence !== 'doubtful' || p.find(({ ref }) => ref === pendingRef)?.isGone === true);
        }
        const key = (row: object): string => JSON.stringify(row);
        const turned = matchSettlements(p.toReversed(), b.toReversed(), none);
        assert.deepEqual(turned.map(key).toSorted(), found.map(key).toSorted());
      }),
      { numRuns: 1000 },
    );
  });
});

// Found by `npm run lives -- --count 1200 --seed 501`.
test('of two alike, one that went when the booked row came is before one still listed, and that before one long gone', () => {
  const listed = pending({ ...second, ref: 1, seenPageRef: 12, isGone: false });
  const goneNow = pending({ ...second, ref: 2, gonePageRef: 12 });
  const goneBefore = pending({ ...second, ref: 3, gonePageRef: 10 });
  const linked = (...rows: readonly PendingToSettle[]): readonly number[] =>
    matchSettlements(rows, [booked(second)], none).map(({ pendingRef }) => pendingRef);
  assert.deepEqual(linked(goneBefore, listed, goneNow), [2]);
  assert.deepEqual(linked(goneBefore, listed), [1]);
  assert.deepEqual(linked(goneBefore), [3]);
});
