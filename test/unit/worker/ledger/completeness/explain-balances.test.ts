import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAnswerLog } from '../../../../../src-worker/ledger/completeness/answer-log.ts';
import {
  type BalanceReading,
  explainBalances,
} from '../../../../../src-worker/ledger/completeness/explain-balances.ts';
import type { MoneyMove } from '../../../../../src-worker/ledger/completeness/money-move.ts';
import { placeMoves } from '../../../../../src-worker/ledger/completeness/place-moves.ts';

/** January 2026: noon of a day, or a day and an hour as `5.11`. */
const iso = (moment: number): string => {
  const [day = '', hour = ''] = moment.toFixed(2).split('.');
  return `2026-01-${day.padStart(2, '0')}T${hour === '00' ? '12' : hour}:00:00.000Z`;
};
const reading = (moment: number, minor: number): BalanceReading => ({ atIso: iso(moment), minor });
const came = (day: number, amountMinor: number, learnt: number): MoneyMove => ({
  day: iso(day).slice(0, 10),
  amountMinor,
  learntIso: iso(learnt),
  what: 'came',
});
/** January was answered for on the 5th up to that day, and whole at each later noon but one hour. */
const answers = readAnswerLog(
  [5, 6, 7, 8, 9, 10, 11, 12, 15, 17].map((day) => ({
    from: '2026-01-01',
    to: iso(day).slice(0, 10),
    askedAtIso: iso(day + 0.11),
  })),
);
const gaps = (readings: readonly BalanceReading[], moves: readonly MoneyMove[]): readonly string[] =>
  explainBalances(readings, placeMoves(moves, answers)).map(
    ({ after, before, amountMinor }) =>
      `${String(amountMinor)} ${after.atIso.slice(8, 10)}-${before.atIso.slice(8, 10)}`,
  );

describe('the balance identity', () => {
  const cases: readonly (readonly [
    name: string,
    readings: readonly BalanceReading[],
    moves: readonly MoneyMove[],
    gaps: readonly string[],
  ])[] = [
    ['no balance explains nothing and misses nothing', [], [came(1, -5, 5.11)], []],
    ['one balance misses nothing', [reading(5, 100)], [came(1, -5, 5.11)], []],
    [
      'rows between make up the difference',
      [reading(5, 100), reading(7, 70)],
      [came(1, -5, 5.11), came(6, -20, 7.11), came(7, -10, 7.11)],
      [],
    ],
    [
      'a missing row is what is unexplained, between the balances around it',
      [reading(5, 100), reading(7, 70), reading(9, 60)],
      [came(6, -20, 7.11), came(9, -10, 9.11)],
      ['-10 05-07'],
    ],
    [
      'a row too many is unexplained the other way',
      [reading(5, 100), reading(9, 80)],
      [came(6, -20, 9.11), came(7, -7, 9.11)],
      ['7 05-09'],
    ],
    [
      'older history fetched later moves no balance',
      [reading(15, 100), reading(17, 100)],
      [came(2, -20, 16.11)].map((move) => ({ ...move, day: '2025-06-01' })),
      [],
    ],
    [
      'a row that arrives days late counts from when it arrived',
      [reading(8, 100), reading(10, 60)],
      [came(4, -40, 10.11)],
      [],
    ],
    [
      "a row of the balance's own day that the bank counted already is listed a sync later",
      [reading(7, 80), reading(9, 80)],
      [came(7, -20, 9.11)],
      [],
    ],
    [
      'a row listed today that the balance does not hold yet',
      [reading(5, 100), reading(7, 100), reading(9, 90)],
      [came(7, -10, 7.11)],
      [],
    ],
    [
      'a balance out of step that comes back leaves nothing unexplained',
      [reading(5, 100), reading(7, 130), reading(9, 100)],
      [],
      [],
    ],
    [
      'two missing rows in two places are two gaps',
      [reading(5, 100), reading(7, 97), reading(9, 97), reading(12, 92)],
      [],
      ['-3 05-07', '-5 09-12'],
    ],
    [
      'an amount that the bank amended moves the balance when it is learnt',
      [reading(5, 100), reading(7, 99)],
      [{ ...came(3, -1, 7.11), what: 'changed' }],
      [],
    ],
  ];
  test('an old row that changed while nobody asked for its day may be in any balance between', () => {
    const changed: MoneyMove = { ...came(2, -20, 17.11), day: '2025-06-01', what: 'changed' };
    const askedTwice = readAnswerLog(
      [5.11, 17.11].map((asked) => ({ from: '2025-05-01', to: '2025-07-01', askedAtIso: iso(asked) })),
    );
    const balances = [100, 80, 80, 80].map((minor, index) => reading(5 + 4 * index, minor));
    assert.deepEqual(explainBalances(balances, placeMoves([changed], askedTwice)), []);
    const lost = balances.map((balance, index) => (index === 3 ? { ...balance, minor: 50 } : balance));
    assert.deepEqual(
      explainBalances(lost, placeMoves([changed], askedTwice)).map(({ amountMinor }) => amountMinor),
      [-30],
    );
  });

  for (const [name, readings, moves, expected] of cases) {
    test(name, () => assert.deepEqual(gaps(readings, moves), expected));
  }
});
