import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankTransaction } from '#shared/bank-rows.ts';
import { decodeTransaction } from '../../../../src-worker/source/decode-transaction.ts';

const account = { kind: 'account', currency: 'GBP' } as const;
const card = { kind: 'card', currency: 'GBP' } as const;
const row = {
  timestamp: '2026-01-05T00:00:00Z',
  description: 'CORNER SHOP',
  transaction_type: 'DEBIT',
  transaction_category: 'PURCHASE',
  transaction_classification: ['Shopping'],
  amount: -4.2,
  currency: 'GBP',
  transaction_id: 't1',
};
function decoded(value: unknown, of: typeof account | typeof card = account): BankTransaction {
  const result = decodeTransaction(value, of);
  assert.ok(result.ok, result.ok ? '' : result.detail);
  return result.row;
}

describe('money out is negative, whatever the bank thinks of signs', () => {
  const cases = [
    ['an account purchase', account, 'DEBIT', -4.2, -420],
    ['salary', account, 'CREDIT', 1000, 100_000],
    ['a card purchase, sent positive', card, 'DEBIT', 24.25, -2425],
    ['a card repayment, sent negative', card, 'CREDIT', -100, 10_000],
    ['a card that does it the other way round', card, 'DEBIT', -24.25, -2425],
    ['a card row without a type', card, null, 24.25, -2425],
    ['an account row without a type', account, undefined, -4.2, -420],
    ['nothing', account, 'DEBIT', 0, 0],
  ] as const;
  for (const [name, of, transaction_type, amount, minor] of cases) {
    test(`${name} is ${minor}`, () =>
      assert.equal(decoded({ ...row, transaction_type, amount }, of).amountMinor, minor));
  }
});

describe('timestamps', () => {
  const cases = [
    ['2018-03-06T00:00:00', '2018-03-06', '2018-03-06T00:00:00.000Z'],
    ['2018-03-06T10:11:12Z', '2018-03-06', '2018-03-06T10:11:12.000Z'],
    ['2018-03-06T10:11:12.1234567Z', '2018-03-06', '2018-03-06T10:11:12.123Z'],
    ['2018-03-06T10:11:12.5+00:00', '2018-03-06', '2018-03-06T10:11:12.500Z'],
    ['2018-06-06T00:30:00+01:00', '2018-06-06', '2018-06-05T23:30:00.000Z'],
    ['2018-06-05T23:30:00-0230', '2018-06-05', '2018-06-06T02:00:00.000Z'],
    ['2018-03-06', '2018-03-06', '2018-03-06T00:00:00.000Z'],
  ] as const;
  for (const [timestamp, date, timestampUtc] of cases) {
    test(`${timestamp} is of ${date}`, () => {
      const { date: day, timestampUtc: utc } = decoded({ ...row, timestamp });
      assert.deepEqual([day, utc], [date, timestampUtc]);
    });
  }
});

describe('what may be missing', () => {
  test('a row with only a time and an amount is kept, with the account currency', () => {
    const bare = decoded({ timestamp: '2026-01-05', amount: -3 });
    assert.deepEqual(
      [bare.currency, bare.amountMinor, bare.description, bare.category, bare.normalisedId, bare.metaJson],
      ['GBP', -300, '', 'UNKNOWN', null, null],
    );
  });
  test('null is taken for absent in every optional field', () => {
    const names = [
      'transaction_id',
      'normalised_provider_transaction_id',
      'provider_transaction_id',
      'merchant_name',
      'running_balance',
      'meta',
      'transaction_classification',
      'currency',
      'description',
      'transaction_category',
    ];
    const nulls = Object.fromEntries(names.map((name) => [name, null]));
    assert.equal(decoded({ ...row, ...nulls }).amountMinor, -420);
  });
  test('a blank id is no id', () =>
    assert.equal(decoded({ ...row, provider_transaction_id: ' ' }).providerId, null));
});

describe('what cannot be kept names its fields and never their values', () => {
  const cases = [
    [{ ...row, amount: 'SECRET' }, 'unreadable amount'],
    [{ ...row, timestamp: '2026-02-30T00:00:00Z' }, 'unreadable timestamp'],
    [{ ...row, timestamp: 7, amount: null }, 'unreadable timestamp, amount'],
    ['SECRET', 'unreadable row'],
  ] as const;
  for (const [value, detail] of cases) {
    test(detail, () => {
      const result = decodeTransaction(value, account);
      assert.deepEqual(result, { ok: false, detail });
    });
  }
});
