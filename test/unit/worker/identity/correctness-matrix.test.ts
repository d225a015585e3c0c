import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { playAnswers, type FoundLedger, type SentAnswer } from '../../../support/correctness-stage.ts';

/** One line of the table in docs/identity.md. What is not stated is not looked at. */
interface MatrixCase {
  readonly name: string;
  readonly answers: readonly SentAnswer[];
  readonly kind?: 'card';
  /** After the last answer. */
  readonly end: Partial<FoundLedger>;
}

const ids = { n: 'n1', p: 'p1' };
const meal = { ...ids, text: 'LA CUCINA', amount: -10 };
const newIds = { n: 'n2', p: 'p2' };
const mealtime = '2026-01-10T12:31:07Z';
const twoWeeks = { from: '2026-01-01', to: '2026-01-15' };
const laterWeeks = { from: '2026-01-16', to: '2026-01-31' };
const shop = 'booked 2026-01-10 -420 GBP SHOP';

const settling = (as: object): readonly SentAnswer[] => [
  { pending: [meal] },
  { booked: [{ ...meal, ...as }] },
  { pending: [] },
];

const matrix: readonly MatrixCase[] = [
  {
    name: 'true twins are kept, and stay two when sent again',
    answers: [{ booked: [{}, {}] }, { booked: [{}, {}] }],
    end: { live: [shop, shop], rows: 2, history: [] },
  },
  {
    name: 're-delivery changes nothing',
    answers: [{ booked: [ids] }, { booked: [ids] }, { booked: [ids, ids] }],
    end: { live: [shop], rows: 1, history: [] },
  },
  {
    name: 'a changed transaction_id is no change',
    answers: [{ booked: [{ ...ids, tid: '1' }] }, { booked: [{ ...ids, tid: '2' }] }],
    end: { live: [shop], rows: 1, history: [] },
  },
  {
    name: 'a changed provider id with the same normalised id is the same row',
    answers: [{ booked: [ids] }, { booked: [{ ...ids, p: 'p2' }] }],
    end: { live: [shop], rows: 1, history: [] },
  },
  {
    name: 'a changed normalised id with the same provider id is the same row',
    answers: [{ booked: [ids] }, { booked: [{ ...ids, n: 'n2' }] }],
    end: { live: [shop], rows: 1, history: [] },
  },
  {
    name: 'no stable ids at all: recognised by content, in any order',
    answers: [{ booked: [{}, { text: 'OTHER' }] }, { booked: [{ text: 'OTHER' }, {}] }],
    end: { rows: 2, history: [] },
  },
  {
    name: 'pending settles under the same ids',
    answers: settling({}),
    end: { live: ['booked 2026-01-10 -1000 GBP LA CUCINA'], history: ['settled same-id'] },
  },
  {
    name: 'pending settles under new ids',
    answers: settling(newIds),
    end: { live: ['booked 2026-01-10 -1000 GBP LA CUCINA'], history: ['settled same-amount'] },
  },
  {
    name: 'pending settles with a tip',
    answers: settling({ ...newIds, amount: -11.25 }),
    end: { live: ['booked 2026-01-10 -1125 GBP LA CUCINA'], history: ['settled tip'] },
  },
  {
    name: 'pending settles for less than was held',
    answers: settling({ ...newIds, amount: -6.4 }),
    end: { live: ['booked 2026-01-10 -640 GBP LA CUCINA'], history: ['settled hold'] },
  },
  {
    name: 'pending settles some days later',
    answers: settling({ ...newIds, on: 14 }),
    end: { live: ['booked 2026-01-14 -1000 GBP LA CUCINA'], history: ['settled same-amount'] },
  },
  {
    name: 'pending is booked under new ids while the bank still lists it, with the second it was made in',
    answers: [
      { pending: [{ ...meal, on: mealtime }] },
      { booked: [{ ...meal, ...newIds, on: mealtime }] },
      { pending: [{ ...meal, on: mealtime }] },
      { booked: [{ ...meal, ...newIds, on: mealtime }] },
      { pending: [{ ...meal, on: mealtime }] },
    ],
    end: { live: ['booked 2026-01-10 -1000 GBP LA CUCINA'], rows: 2, history: ['settled same-instant'] },
  },
  {
    name: 'pending is booked under new ids while the bank still lists it, with a day only',
    answers: [{ pending: [meal] }, { booked: [{ ...meal, ...newIds }] }, { pending: [meal] }],
    end: { live: ['booked 2026-01-10 -1000 GBP LA CUCINA', 'pending 2026-01-10 -1000 GBP LA CUCINA'] },
  },
  {
    name: 'pending vanishes',
    answers: [{ pending: [meal] }, { booked: [] }, { pending: [] }],
    end: { live: [], rows: 1, history: ['removed gone-from-pending'] },
  },
  {
    name: 'a late, back-dated row is new and disturbs no other',
    answers: [{ booked: [{ on: 12 }] }, { booked: [{ on: 12 }, { on: 3, text: 'LATE' }] }],
    end: { live: ['booked 2026-01-03 -420 GBP LATE', 'booked 2026-01-12 -420 GBP SHOP'], history: [] },
  },
  {
    name: 'an amended amount is a change of the same row, by its id',
    answers: [{ booked: [ids] }, { booked: [{ ...ids, amount: -9 }] }],
    end: { live: ['booked 2026-01-10 -900 GBP SHOP'], rows: 1, history: ['amended normalised-id'] },
  },
  {
    name: 'an amended amount is a change of the same row, without ids',
    answers: [{ booked: [{}] }, { booked: [{ amount: -4.5 }] }],
    end: { live: ['booked 2026-01-10 -450 GBP SHOP'], rows: 1, history: ['amended likeness'] },
  },
  {
    name: 'a row removed and back is the row it was',
    answers: [{ booked: [{}] }, { booked: [] }, { booked: [{}] }],
    end: { live: [shop], ids: [1], history: ['removed gone-from-window', 'returned same-content'] },
  },
  {
    name: 'a window is the truth for its own days and no others',
    answers: [
      { booked: [{ on: 1 }, { on: 15 }], range: twoWeeks },
      { booked: [{ on: 16 }], range: laterWeeks },
      { booked: [], range: laterWeeks },
    ],
    end: { live: ['booked 2026-01-01 -420 GBP SHOP', 'booked 2026-01-15 -420 GBP SHOP'] },
  },
  {
    name: 'a midnight row in UTC that two windows bring is one row',
    answers: [
      { booked: [{ on: '2026-01-16T00:00:00Z' }], range: twoWeeks },
      { booked: [{ on: '2026-01-16T00:00:00Z' }], range: laterWeeks },
    ],
    end: { live: ['booked 2026-01-16 -420 GBP SHOP'], rows: 1, history: [] },
  },
  {
    name: 'a midnight row in local time keeps the day the bank prints, and is not removed by a neighbour’s window',
    answers: [{ booked: [{ on: '2026-01-16T00:30:00+01:00' }] }, { booked: [], range: laterWeeks }],
    end: { live: ['booked 2026-01-16 -420 GBP SHOP'], rows: 1, history: [] },
  },
  {
    name: 'deleted by the user stays deleted: what they hid stays hidden through every change',
    answers: [
      { booked: [ids] },
      { say: { is_hidden: true }, about: 1 },
      { booked: [{ ...newIds, p: 'p1', amount: -5 }] },
      { booked: [] },
      { booked: [{ n: 'n2', amount: -5, on: 11 }] },
    ],
    end: { live: [], rows: 1 },
  },
  {
    name: 'what the user hid as pending stays hidden when it is booked under new ids',
    answers: [
      { pending: [meal] },
      { say: { is_hidden: true }, about: 1 },
      { booked: [{ ...meal, ...newIds }] },
      { pending: [] },
    ],
    end: { live: [], rows: 2 },
  },
  {
    name: 'a note stays with its row, and shows on the booked row that a pending one became',
    answers: [
      { pending: [meal] },
      { say: { note: 'with Kim' }, about: 1 },
      { booked: [{ ...meal, ...newIds }] },
      { pending: [] },
      { booked: [{ ...meal, n: 'n2', amount: -11 }] },
    ],
    end: { notes: ['with Kim'], ids: [2] },
  },
  {
    name: 'reversed signs: a card’s purchase is money out, whichever sign the bank writes',
    kind: 'card',
    answers: [
      {
        booked: [
          { amount: 24.25, type: 'DEBIT', text: 'BOUGHT' },
          { amount: -100, type: 'CREDIT', text: 'REPAID' },
          { amount: -7, type: 'DEBIT', text: 'FLEX' },
        ],
      },
    ],
    end: {
      live: [
        'booked 2026-01-10 -2425 GBP BOUGHT',
        'booked 2026-01-10 -700 GBP FLEX',
        'booked 2026-01-10 10000 GBP REPAID',
      ],
    },
  },
  {
    name: 'two currencies in one account are two rows, each with its own minor unit',
    answers: [
      { booked: [{ amount: -420, currency: 'JPY' }, { amount: -4.2 }, { amount: -0.42, currency: 'KWD' }] },
      { booked: [{ amount: -4.2 }, { amount: -0.42, currency: 'KWD' }, { amount: -420, currency: 'JPY' }] },
    ],
    end: {
      live: [
        'booked 2026-01-10 -420 GBP SHOP',
        'booked 2026-01-10 -420 JPY SHOP',
        'booked 2026-01-10 -420 KWD SHOP',
      ],
      rows: 3,
      history: [],
    },
  },
];

describe('the correctness matrix', () => {
  for (const { name, answers, kind, end } of matrix) {
    test(name, (t) => {
      const found = playAnswers(t, answers, kind).at(-1);
      assert.ok(found !== undefined);
      for (const [what, wanted] of Object.entries(end)) {
        assert.deepEqual(found[what as keyof FoundLedger], wanted, what);
      }
    });
  }

  test('is the table of docs/identity.md, line by line', () => {
    const file = path.join(import.meta.dirname, '../../../../docs/identity.md');
    const [, table = ''] = readFileSync(file, 'utf8').split('## The correctness matrix');
    const lines = table.split('\n').filter((line) => line.startsWith('| '));
    const names = lines.slice(2).map((line) => line.split('|')[1]?.trim());
    assert.deepEqual(
      names,
      matrix.map(({ name }) => name),
    );
  });
});
