import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type BookedRow,
  movesOfRow,
  type RowChange,
} from '../../../../../src-worker/ledger/completeness/money-move.ts';

const row = (amountMinor: number, removedIso: string | null = null): BookedRow => ({
  day: '2026-01-05',
  amountMinor,
  cameIso: '1',
  removedIso,
});
const change = (
  kind: RowChange['kind'],
  atIso: string,
  amounts: RowChange['amounts'] = null,
  isSignOverride = false,
): RowChange => ({ kind, atIso, amounts, isSignOverride });
const noAnswers = { firstAfter: () => null };
const moves = (of: BookedRow, changes: readonly RowChange[]): readonly string[] =>
  movesOfRow(of, changes, noAnswers)
    .toReversed()
    .map(({ learntIso, amountMinor }) => `${learntIso}: ${String(amountMinor)}`);

describe('a row as moves of money', () => {
  const cases: readonly (readonly [string, BookedRow, readonly RowChange[], readonly string[]])[] = [
    ['a row that came and stayed', row(-420), [], ['1: -420']],
    [
      'an amount amended by the bank',
      row(-520),
      [change('amended', '2', [-420, -520])],
      ['1: -420', '2: -100'],
    ],
    ['another field amended', row(-420), [change('amended', '2')], ['1: -420']],
    ['a row removed', row(-420, '2'), [change('removed', '2')], ['1: -420', '2: 420']],
    [
      'a row removed and back with another amount',
      row(-500),
      [change('removed', '2'), change('returned', '3', [-420, -500])],
      ['1: -420', '2: 420', '3: -500'],
    ],
    [
      'a row of an undone sync: it is missing from when it came',
      row(-420, '2'),
      [change('taken-back', '2')],
      [],
    ],
    [
      'a row of an undone sync that the next one brought again came when it came',
      row(-500),
      [change('taken-back', '2'), change('returned', '3', [-420, -500])],
      ['1: -420', '3: -80'],
    ],
    [
      'a removal that was undone and found again counts from then',
      row(-420, '4'),
      [change('removed', '2'), change('restored', '3'), change('removed', '4')],
      ['1: -420', '4: 420'],
    ],
    ['a row removed before there was a history', row(-420, '2'), [], ['1: -420', '2: 420']],
    [
      'signs turned by the user after an amendment: the past is turned with the present',
      row(520),
      [change('amended', '2', [-420, -520]), change('amended', '3', [-520, 520], true)],
      ['1: 420', '2: 100'],
    ],
  ];
  for (const [name, of, changes, expected] of cases) {
    test(name, () => assert.deepEqual(moves(of, changes), expected));
  }

  test('a row of an undone sync that a later answer for its day did not bring again went then', () => {
    const gone = movesOfRow(row(-420, '2'), [change('taken-back', '2')], { firstAfter: () => '3' });
    assert.deepEqual(
      gone.map(({ learntIso, amountMinor }) => [learntIso, amountMinor]),
      [
        ['3', 420],
        ['1', -420],
      ],
    );
  });

  test('the moves add up to what the row counts now', () => {
    const changes = [
      change('amended', '2', [-1, -7]),
      change('removed', '3'),
      change('returned', '4', [-7, -9]),
    ];
    const sum = movesOfRow(row(-9), changes, noAnswers).reduce(
      (total, { amountMinor }) => total + amountMinor,
      0,
    );
    assert.equal(sum, -9);
  });
});
