import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EmptyBecause, Verdict } from '#shared/completeness.ts';
import type { AccountFacts } from '../../../../../src-worker/ledger/completeness/account-facts.ts';
import { type AskedDays, readDayLog } from '../../../../../src-worker/ledger/completeness/day-log.ts';
import { emptyBecause, judgeAccount } from '../../../../../src-worker/ledger/completeness/judge-account.ts';
import { usableTrail } from '../../../../../src-worker/ledger/completeness/usable-trail.ts';

const noon = (day: number): string => `2026-01-${String(day).padStart(2, '0')}T12:00:00.000Z`;
const date = (day: number): string => noon(day).slice(0, 10);
const asked = (
  from: number,
  to: number,
  outcome: AskedDays['outcome'] = 'answered',
  reason: string | null = null,
): AskedDays => ({ from: date(from), to: date(to), outcome, reason, askedAtIso: noon(to) });
const balance = (day: number, minor: number) => ({ atIso: noon(day), minor });
const came = (day: number, amountMinor: number, learnt = day) =>
  ({ day: date(day), amountMinor, learntIso: noon(learnt), what: 'came' }) as const;
const running = (day: number, amountMinor: number, runningMinor: number) => ({
  day: date(day),
  amountMinor,
  runningMinor,
});

const facts = (wish: Partial<AccountFacts>): AccountFacts => ({
  kind: 'account',
  asked: [asked(1, 20)],
  answers: [],
  balances: [],
  moves: [],
  trail: null,
  booked: 3,
  pending: 0,
  removed: 0,
  rowsByDay: new Map(),
  connectionState: 'active',
  isListed: true,
  ...wish,
});
const spansOf = (of: AccountFacts) => readDayLog(of.asked).spans({ from: date(1), to: date(20) }, () => 0);
const judged = (wish: Partial<AccountFacts>): Verdict => {
  const all = facts(wish);
  return judgeAccount({ ...all, answers: all.asked }, spansOf(all));
};
const chain = [running(2, 5, 105), running(4, -10, 95), running(9, 1, 96)];

describe('the verdict on an account', () => {
  const cases: readonly (readonly [string, Partial<AccountFacts>, Verdict])[] = [
    [
      'was never synced',
      { asked: [], booked: 0 },
      { kind: 'cannot-judge', because: { kind: 'never-synced' } },
    ],
    ['has no balance', {}, { kind: 'cannot-judge', because: { kind: 'no-balance' } }],
    [
      'has one balance and no running ones',
      { balances: [balance(10, 96)] },
      { kind: 'cannot-judge', because: { kind: 'one-balance', atIso: noon(10) } },
    ],
    [
      'has one balance, and running ones that end in it',
      { balances: [balance(10, 96)], trail: usableTrail(chain) },
      { kind: 'complete', from: date(2), to: date(10), by: ['running-balances', 'balances'] },
    ],
    [
      'has running balances only',
      { trail: usableTrail(chain) },
      { kind: 'complete', from: date(2), to: date(9), by: ['running-balances'] },
    ],
    [
      'has one balance, and running ones that do not end in it: the newest row is missing',
      { balances: [balance(10, 90)], trail: usableTrail(chain) },
      {
        kind: 'unexplained',
        gaps: [{ amountMinor: -6, from: date(9), to: date(10), by: 'running-balances' }],
      },
    ],
    [
      'has a bank whose balance always differs from the running ones, by a pot of savings',
      {
        balances: [balance(10, 500), balance(12, 490)],
        trail: usableTrail(chain),
        moves: [came(11, -10, 12)],
      },
      { kind: 'complete', from: date(2), to: date(12), by: ['running-balances', 'balances'] },
    ],
    [
      'has several balances that agree by a choice, but running ones that end in another: a twin is missing',
      {
        balances: [balance(9, 94), balance(12, 93)],
        trail: usableTrail([...chain.slice(0, 2), running(9, -1, 94)]),
        moves: [came(9, -1, 9)],
      },
      {
        kind: 'unexplained',
        gaps: [{ amountMinor: -1, from: date(9), to: date(12), by: 'running-balances' }],
      },
    ],
    [
      'has a balance that does not hold the newest row yet',
      { balances: [balance(9, 95)], trail: usableTrail(chain), moves: [came(9, 1, 9)] },
      { kind: 'complete', from: date(2), to: date(9), by: ['running-balances', 'balances'] },
    ],
    [
      'has running balances that part: they say closer where than the balances do',
      {
        balances: [balance(1, 100), balance(15, 103)],
        trail: usableTrail([running(2, 5, 105), running(4, -10, 95), running(9, 1, 103)]),
        moves: [came(2, 5, 15), came(4, -10, 15), came(9, 1, 15)],
        asked: [asked(1, 1), asked(1, 20)],
      },
      {
        kind: 'unexplained',
        gaps: [{ amountMinor: 7, from: date(4), to: date(9), by: 'running-balances' }],
      },
    ],
    [
      'has running balances that are no chain at all, and balances that add up',
      {
        balances: [balance(10, 96), balance(12, 96)],
        trail: usableTrail([1, 2, 3, 4, 5, 6].map((day) => running(day, day * day, 500 - day ** 3))),
      },
      { kind: 'complete', from: date(10), to: date(12), by: ['balances'] },
    ],
    [
      'is a card: its balance is a debt, so what was bought makes it larger',
      { kind: 'card', balances: [balance(10, 100), balance(12, 130)], moves: [came(11, -30, 12)] },
      { kind: 'complete', from: date(10), to: date(12), by: ['balances'] },
    ],
    [
      'is a card whose bank sends the debt as less than nothing',
      { kind: 'card', balances: [balance(10, -100), balance(12, -130)], moves: [came(11, -30, 12)] },
      { kind: 'complete', from: date(10), to: date(12), by: ['balances'] },
    ],
    [
      'misses money around days that were never asked',
      { balances: [balance(3, 100), balance(15, 60)], asked: [asked(1, 3), asked(11, 20)] },
      { kind: 'cannot-judge', because: { kind: 'gap', from: date(4), to: date(10), amountMinor: -40 } },
    ],
    [
      'has all its money although some days were refused',
      {
        balances: [balance(3, 100), balance(15, 60)],
        asked: [asked(1, 3), asked(4, 10, 'refused', 'range-refused'), asked(11, 20)],
        moves: [came(12, -40, 15)],
      },
      { kind: 'complete', from: date(3), to: date(15), by: ['balances'] },
    ],
  ];
  for (const [name, wish, expected] of cases) {
    test(`that ${name}`, () => assert.deepEqual(judged(wish), expected));
  }
});

describe('no rows, because', () => {
  const cases: readonly (readonly [Partial<AccountFacts>, EmptyBecause | null])[] = [
    [{}, null],
    [{ booked: 0, pending: 1 }, null],
    [{ booked: 0 }, 'never-used'],
    [{ booked: 0, removed: 2 }, 'all-removed'],
    [{ booked: 0, asked: [asked(1, 20, 'refused', 'range-refused')] }, 'all-refused'],
    [{ booked: 0, asked: [] }, 'never-asked'],
    [{ booked: 0, isListed: false }, 'no-longer-listed'],
    [{ booked: 0, asked: [], connectionState: 'reconnect-needed' }, 'consent-ended'],
  ];
  for (const [wish, expected] of cases) {
    test(expected ?? `there are some (${JSON.stringify(wish)})`, () => {
      const all = facts(wish);
      assert.equal(emptyBecause(all, all.asked.length === 0 ? [] : spansOf(all)), expected);
    });
  }
});
