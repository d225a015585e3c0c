import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankAccount } from '#shared/bank-rows.ts';
import { matchAccounts } from '../../../../src-worker/ledger/match-accounts.ts';

const account = (accountId: string, numbers: object, wish: Partial<BankAccount> = {}): BankAccount => ({
  accountId,
  kind: 'account',
  displayName: 'Everyday',
  currency: 'GBP',
  type: 'TRANSACTION',
  numbersJson: JSON.stringify(numbers),
  ...wish,
});
const uk = (number: string, more: object = {}) => ({ sort_code: '01-21-31', number, ...more });
const pot = (accountId: string, displayName: string): BankAccount =>
  account(accountId, { swift_bic: 'MONZGB2L' }, { type: 'SAVINGS', displayName });
const card = (accountId: string, digits: string): BankAccount =>
  account(accountId, { partial_card_number: digits, card_network: 'VISA' }, { kind: 'card' });

describe('recognising accounts under a new consent', () => {
  const cases: readonly (readonly [string, BankAccount[], BankAccount[], object])[] = [
    ['by their id, whatever else changed', [account('a', uk('1'))], [account('a', uk('2'))], { a: 'a' }],
    [
      'by sort code and number',
      [account('a', uk('1')), account('b', uk('2'))],
      [account('y', uk('2'))],
      { y: 'b' },
    ],
    [
      'by sort code and number however they are written',
      [account('a', { sort_code: '012131', number: '10000000' })],
      [account('x', uk('1000 0000'.replace(' ', '')))],
      { x: 'a' },
    ],
    ['by IBAN', [account('a', { iban: 'GB08 CLRB' })], [account('x', { iban: 'GB08CLRB' })], { x: 'a' }],
    [
      'not by an IBAN that several accounts show, as in the sandbox',
      [account('a', { iban: 'GB1' }), account('b', { iban: 'GB1' })],
      [account('x', { iban: 'GB1' })],
      {},
    ],
    [
      'cards by network, last digits and name',
      [card('a', '1000'), card('b', '2000')],
      [card('y', '2000')],
      { y: 'b' },
    ],
    ['pots, which have no number, by name', [pot('a', 'Rent'), pot('b', '🏖️')], [pot('y', '🏖️')], { y: 'b' }],
    ['not two pots of one name', [pot('a', 'Rent'), pot('b', 'Rent')], [pot('x', 'Rent')], {}],
    ['never by name what has a number', [account('a', uk('1'))], [account('x', uk('2'))], {}],
    ['never across kinds', [account('a', uk('1'))], [account('x', uk('1'), { kind: 'card' })], {}],
    ['never across currencies', [account('a', uk('1'))], [account('x', uk('1'), { currency: 'EUR' })], {}],
    [
      'numbers before names',
      [account('a', uk('1')), pot('b', 'x')],
      [pot('y', 'x'), account('x', uk('1'))],
      { x: 'a', y: 'b' },
    ],
  ];
  for (const [name, known, found, expected] of cases) {
    test(name, () =>
      assert.deepEqual(Object.fromEntries(matchAccounts(known, found, { name: true })), expected),
    );
  }

  test('under the same consent a name alone says nothing', () => {
    assert.equal(matchAccounts([pot('a', 'Rent')], [pot('x', 'Rent')], { name: false }).size, 0);
  });
});
