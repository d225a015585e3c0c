import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankTransaction } from '#shared/bank-rows.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { PaperLedger } from '../../../support/paper-ledger.ts';

const january = { from: '2026-01-01', to: '2026-01-31' };
type Wish = Partial<BankTransaction>;

/** What the second answer made of the rows of the first: amended ones by what changed, and how many came and went. */
function outcome(first: readonly Wish[], then: readonly Wish[]) {
  const ledger = new PaperLedger();
  ledger.store(january, first.map(bankRow));
  const { amend, insert, remove } = ledger.store(january, then.map(bankRow));
  return { amended: amend.map(({ changed }) => changed[0]), insert: insert.length, remove: remove.length };
}
const oneAmended = (field: string) => ({ amended: [field], insert: 0, remove: 0 });
const goneAndNew = (rows = 1) => ({ amended: [], insert: rows, remove: rows });

describe('a row without stable ids is taken for amended when', () => {
  const cases: readonly (readonly [string, Wish, Wish, string])[] = [
    [
      'its description was completed',
      { description: 'TESCO' },
      { description: 'TESCO STORES 3021' },
      'description',
    ],
    [
      'its description was respelled',
      { description: 'SAINSBURYS S/MKT' },
      { description: "Sainsbury's S Mkts" },
      'description',
    ],
    ['its amount was corrected', { amountMinor: -1000 }, { amountMinor: -1125 }, 'amountMinor'],
    ['it was moved by two days', { date: '2026-01-10' }, { date: '2026-01-12' }, 'date'],
  ];
  for (const [name, before, after, field] of cases) {
    test(name, () => assert.deepEqual(outcome([before], [after]), oneAmended(field)));
  }

  test('its twin was left as it was', () => {
    assert.deepEqual(outcome([{}, {}], [{}, { amountMinor: -500 }]), oneAmended('amountMinor'));
  });
});

describe('a row gone and a row new stay two when', () => {
  const cases: readonly (readonly [string, Wish, Wish])[] = [
    ['two things differ', {}, { amountMinor: -500, date: '2026-01-11' }],
    ['the descriptions have nothing in common', { description: 'TESCO' }, { description: 'SHELL PETROL' }],
    ['the amount is twice as large', { amountMinor: -500 }, { amountMinor: -1000 }],
    ['money out became money in', { amountMinor: -500 }, { amountMinor: 500 }],
    ['the currency is another', { currency: 'GBP' }, { currency: 'EUR' }],
    ['the day is a week away', { date: '2026-01-10' }, { date: '2026-01-17' }],
    ['normalised ids say that they are two', { normalisedId: 'a' }, { normalisedId: 'b', amountMinor: -430 }],
    ['provider ids say that they are two', { providerId: 'a' }, { providerId: 'b', amountMinor: -430 }],
  ];
  for (const [name, before, after] of cases) {
    test(name, () => assert.deepEqual(outcome([before], [after]), goneAndNew()));
  }

  test('one could be either of two', () => {
    assert.deepEqual(outcome([{}], [{ amountMinor: -430 }, { amountMinor: -440 }]), {
      amended: [],
      insert: 2,
      remove: 1,
    });
    assert.deepEqual(outcome([{ amountMinor: -430 }, { amountMinor: -440 }], [{}]), {
      amended: [],
      insert: 1,
      remove: 2,
    });
  });

  test('part of the answer could not be read: nothing is known to be gone', () => {
    const ledger = new PaperLedger();
    ledger.store(january, [bankRow()]);
    const plan = ledger.store(january, [bankRow({ amountMinor: -430 })], false);
    assert.deepEqual([plan.insert.length, plan.amend.length], [1, 0]);
  });
});

test('an amended row can be amended back, and is the same row all the way', () => {
  const ledger = new PaperLedger();
  ledger.store(january, [bankRow()]);
  const [row] = ledger.rows;
  ledger.store(january, [bankRow({ amountMinor: -500 })]);
  ledger.store(january, [bankRow()]);
  assert.deepEqual(ledger.rows, [row]);
});
