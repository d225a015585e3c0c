import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankTransaction } from '#shared/bank-rows.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { PaperLedger } from '../../../support/paper-ledger.ts';

const january = { from: '2026-01-01', to: '2026-01-31' };

interface Case {
  readonly name: string;
  readonly first: readonly Partial<BankTransaction>[];
  readonly second: readonly Partial<BankTransaction>[];
  /** What the second answer did: new, amended, back, gone, had already. */
  readonly is: readonly [insert: number, amend: number, revive: number, remove: number, duplicates: number];
  readonly live: number;
}

const a = { normalisedId: 'n-a', providerId: 'p-a' };
const b = { normalisedId: 'n-b', providerId: 'p-b' };

const cases: readonly Case[] = [
  {
    name: 're-delivery of rows with ids changes nothing',
    first: [a, b],
    second: [a, b],
    is: [0, 0, 0, 0, 2],
    live: 2,
  },
  {
    name: 'the order of the answer does not matter',
    first: [a, b],
    second: [b, a],
    is: [0, 0, 0, 0, 2],
    live: 2,
  },
  {
    name: 'twins without ids are two rows, also when sent again',
    first: [{}, {}],
    second: [{}, {}],
    is: [0, 0, 0, 0, 2],
    live: 2,
  },
  { name: 'a third twin is new', first: [{}, {}], second: [{}, {}, {}], is: [1, 0, 0, 0, 2], live: 3 },
  { name: 'a twin that went is removed', first: [{}, {}], second: [{}], is: [0, 0, 0, 1, 1], live: 1 },
  { name: 'twins with different ids are two rows', first: [a], second: [a, b], is: [1, 0, 0, 0, 1], live: 2 },
  {
    name: 'one row sent twice in one answer is one row',
    first: [a],
    second: [a, a],
    is: [0, 0, 0, 0, 2],
    live: 1,
  },
  {
    name: 'a changed transaction_id is no change',
    first: [{ ...a, transactionId: '1' }],
    second: [{ ...a, transactionId: '2' }],
    is: [0, 0, 0, 0, 1],
    live: 1,
  },
  {
    name: 'a changed provider id with the same normalised id is the same row',
    first: [a],
    second: [{ ...a, providerId: 'p-z' }],
    is: [0, 0, 0, 0, 1],
    live: 1,
  },
  {
    name: 'a changed normalised id with the same provider id is the same row',
    first: [a],
    second: [{ ...a, normalisedId: 'n-z' }],
    is: [0, 0, 0, 0, 1],
    live: 1,
  },
  {
    name: 'both ids changed, content the same: the same row',
    first: [a],
    second: [b],
    is: [0, 0, 0, 0, 1],
    live: 1,
  },
  {
    name: 'ids that appear later do not duplicate',
    first: [{}, {}],
    second: [a, b],
    is: [0, 0, 0, 0, 2],
    live: 2,
  },
  {
    name: 'ids that are left out later do not duplicate',
    first: [a, b],
    second: [{}, {}],
    is: [0, 0, 0, 0, 2],
    live: 2,
  },
  {
    name: 'white space in a description is no content',
    first: [{ description: ' CORNER  SHOP' }],
    second: [{ description: 'CORNER SHOP ' }],
    is: [0, 0, 0, 0, 1],
    live: 1,
  },
  {
    name: 'an amended amount is the same row by its id',
    first: [a],
    second: [{ ...a, amountMinor: -500 }],
    is: [0, 1, 0, 0, 0],
    live: 1,
  },
  {
    name: 'a moved date is the same row by its provider id',
    first: [{ providerId: 'p' }],
    second: [{ providerId: 'p', date: '2026-01-12' }],
    is: [0, 1, 0, 0, 0],
    live: 1,
  },
  {
    name: 'without ids a quite different amount is another row',
    first: [{}],
    second: [{ amountMinor: -900 }],
    is: [1, 0, 0, 1, 0],
    live: 1,
  },
  {
    name: 'a moved running balance is no amendment',
    first: [{ ...a, runningBalanceMinor: 1 }],
    second: [{ ...a, runningBalanceMinor: 2 }],
    is: [0, 0, 0, 0, 1],
    live: 1,
  },
  {
    name: 'another currency is another row',
    first: [{}],
    second: [{}, { currency: 'EUR' }],
    is: [1, 0, 0, 0, 1],
    live: 2,
  },
  {
    name: 'an id that different rows share is no identity',
    first: [{ providerId: '0' }, { providerId: '0', amountMinor: -1 }],
    second: [{ providerId: '0' }, { providerId: '0', amountMinor: -1 }],
    is: [0, 0, 0, 0, 2],
    live: 2,
  },
  {
    name: 'twins under one id are told apart by their running balance',
    first: [
      { providerId: '0', runningBalanceMinor: 1 },
      { providerId: '0', runningBalanceMinor: 2 },
    ],
    second: [
      { providerId: '0', runningBalanceMinor: 1 },
      { providerId: '0', runningBalanceMinor: 2 },
    ],
    is: [0, 0, 0, 0, 2],
    live: 2,
  },
  {
    name: 'two rows may swap their ids',
    first: [
      { ...a, amountMinor: -1 },
      { ...b, amountMinor: -2 },
    ],
    second: [
      { ...b, amountMinor: -1 },
      { ...a, amountMinor: -2 },
    ],
    is: [0, 2, 0, 0, 0],
    live: 2,
  },
  {
    name: 'an empty answer removes every row of its days',
    first: [a, b, {}],
    second: [],
    is: [0, 0, 0, 3, 0],
    live: 0,
  },
];

describe('a second answer for the same days', () => {
  for (const { name, first, second, is, live } of cases) {
    test(name, () => {
      const ledger = new PaperLedger();
      ledger.store(january, first.map(bankRow));
      const sent = second.map(bankRow);
      const plan = ledger.store(january, sent);
      const { insert, amend, revive, remove, duplicates } = plan;
      assert.deepEqual([insert.length, amend.length, revive.length, remove.length, duplicates], is);
      assert.equal(ledger.live.length, live);
      const again = ledger.store(january, sent);
      assert.equal(again.duplicates, sent.length, 'the same answer once more is all duplicates');
      assert.equal(again.refresh.length, 0, 'and nothing to write');
    });
  }

  test('a removed row comes back as the row it was', () => {
    const ledger = new PaperLedger();
    ledger.store(january, [bankRow(a)]);
    const [row] = ledger.rows;
    ledger.store(january, []);
    const plan = ledger.store(january, [bankRow(a)]);
    assert.equal(plan.revive.length, 1);
    assert.deepEqual(ledger.rows, [row]);
  });

  test('an answer with unreadable rows removes nothing', () => {
    const ledger = new PaperLedger();
    ledger.store(january, [bankRow(a), bankRow(b)]);
    const plan = ledger.store(january, [bankRow(a)], false);
    assert.deepEqual([plan.remove.length, ledger.live.length], [0, 2]);
  });

  test('names what the bank amended', () => {
    const ledger = new PaperLedger();
    ledger.store(january, [bankRow(a)]);
    const amended = {
      ...a,
      amountMinor: -500,
      description: 'SHOP',
      merchant: 'Shop',
      classification: ['Food'],
    };
    const [change] = ledger.store(january, [bankRow(amended)]).amend;
    assert.deepEqual(change?.changed, ['amountMinor', 'description', 'merchant', 'classification']);
  });

  test('keeps ids the bank left out for a while', () => {
    const ledger = new PaperLedger();
    ledger.store(january, [bankRow(a)]);
    ledger.store(january, [bankRow({})]);
    assert.deepEqual(
      ledger.live.map(({ key, normalisedId }) => [key, normalisedId]),
      [['n:n-a', 'n-a']],
    );
  });
});
