import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type BalanceFacts, balanceLine } from '../../../../../src-worker/ledger/insights/balance-line.ts';

/** Five days, a row of 10 on each, 50 stated at the end; a test states only what it is about. */
const facts = (wish: Partial<BalanceFacts>): BalanceFacts => ({
  nets: [10, 10, 10, 10, 10],
  closings: [null, null, null, null, null],
  stated: [{ first: 4, last: 4, minor: 50 }],
  begins: 0,
  ...wish,
});

const cases: readonly {
  readonly says: string;
  readonly facts: BalanceFacts;
  readonly balances: readonly (number | null)[];
  readonly isStepped: boolean;
}[] = [
  {
    says: 'takes each day\u2019s rows off the last balance the bank stated',
    facts: facts({}),
    balances: [10, 20, 30, 40, 50],
    isStepped: false,
  },
  {
    says: 'adds the rows that came after the bank was asked',
    facts: facts({ stated: [{ first: 2, last: 2, minor: 30 }] }),
    balances: [10, 20, 30, 40, 50],
    isStepped: false,
  },
  {
    says: 'knows nothing before the first row',
    facts: facts({ nets: [0, 0, 10, 10, 10], begins: 2 }),
    balances: [null, null, 30, 40, 50],
    isStepped: false,
  },
  {
    says: 'knows nothing at all without a balance',
    facts: facts({ stated: [] }),
    balances: [null, null, null, null, null],
    isStepped: false,
  },
  {
    says: 'ends at the newest statement where an older one of the same day says otherwise: rows came dated back',
    facts: facts({
      stated: [
        { first: 4, last: 4, minor: 500 },
        { first: 4, last: 4, minor: 50 },
      ],
    }),
    balances: [10, 20, 30, 40, 50],
    isStepped: false,
  },
  {
    says: 'goes on from an older statement where rows are missing in between, and says so',
    facts: facts({
      stated: [
        { first: 1, last: 1, minor: 500 },
        { first: 4, last: 4, minor: 50 },
      ],
    }),
    balances: [490, 500, 30, 40, 50],
    isStepped: true,
  },
  {
    says: 'believes an older statement that was made before the rows of its day were booked',
    facts: facts({
      stated: [
        { first: 1, last: 1, minor: 10 },
        { first: 4, last: 4, minor: 50 },
      ],
    }),
    balances: [10, 20, 30, 40, 50],
    isStepped: false,
  },
  {
    says: 'begins with running balances where the bank states none',
    facts: facts({ stated: [], closings: [null, 120, 130, null, null] }),
    balances: [110, 120, 130, null, null],
    isStepped: false,
  },
  {
    says: 'does not believe a lone running balance that disagrees',
    facts: facts({ closings: [null, null, 777, null, null] }),
    balances: [10, 20, 30, 40, 50],
    isStepped: false,
  },
];

describe('the line of a balance', () => {
  for (const { says, facts: given, balances, isStepped } of cases) {
    test(says, () => {
      assert.deepEqual(balanceLine(given), { balances, isStepped });
    });
  }

  test('is the truth, whatever moved, when all rows are there and the bank was asked now and then', () => {
    const nets = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(nets, fc.integer(), fc.array(fc.nat({ max: 39 })), (moved, opening, asked) => {
        const truth = moved.map(
          (_, day) => opening + moved.slice(0, day + 1).reduce((sum, net) => sum + net, 0),
        );
        const last = moved.length - 1;
        const days = [...new Set([...asked.filter((day) => day < last), last])].sort((a, b) => a - b);
        const stated = days.map((day) => ({ first: day, last: day, minor: truth[day] ?? 0 }));
        const line = balanceLine({ nets: moved, closings: moved.map(() => null), stated, begins: 0 });
        assert.deepEqual(line, { balances: truth, isStepped: false });
      }),
    );
  });
});
