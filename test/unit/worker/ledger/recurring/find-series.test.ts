import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findSeries, type Occurrence } from '../../../../../src-worker/ledger/recurring/find-series.ts';
import { amountPattern } from '../../../../../src-worker/ledger/recurring/payment-amounts.ts';
import { isSamePayee, payeeKey } from '../../../../../src-worker/ledger/recurring/payee-name.ts';

/** Monthly, on the fifth of months counted from January 2026. */
const monthly = (...amounts: readonly number[]): readonly Occurrence[] =>
  amounts.map((amountMinor, month) => ({ day: Date.UTC(2026, month, 5) / 86_400_000, amountMinor }));
const bill = { isPurchase: false };
const bought = { isPurchase: true };

describe('amounts over time', () => {
  const cases = [
    ['always the same', [-999, -999, -999], { isVariable: false, change: null }],
    [
      'a price that went up, and stayed',
      [-999, -999, -1199, -1199],
      { isVariable: false, change: { at: 2, from: -999, to: -1199 } },
    ],
    [
      'a price that went up just now',
      [-999, -999, -999, -1199],
      { isVariable: false, change: { at: 3, from: -999, to: -1199 } },
    ],
    ['one odd month in the past', [-999, -999, -500, -999, -999, -999], { isVariable: false, change: null }],
    ['about the same', [-9640, -8800, -10_200, -9100], { isVariable: true, change: null }],
    [
      'about the same, and now twice as much',
      [-9640, -8800, -10_200, -19_100],
      { isVariable: true, change: { at: 3, from: -9640, to: -19_100 } },
    ],
    ['anything', [-100, -9000, -40, -2500], null],
  ] as const;
  for (const [says, amounts, pattern] of cases) {
    test(says, () => {
      assert.deepEqual(amountPattern(amounts), pattern);
    });
  }
});

describe('recurring payments among all to one payee', () => {
  test('are one where all of them have a rhythm', () => {
    const [series, more] = findSeries(monthly(-999, -999, -999), bill);
    assert.deepEqual([series?.period, series?.occurrences.length, more], ['monthly', 3, undefined]);
  });

  test('are none where a shop is visited once a month for whatever it costs', () => {
    assert.deepEqual(findSeries(monthly(-4200, -3900, -4500, -4100), bought), []);
    assert.equal(findSeries(monthly(-4200, -3900, -4500, -4100), bill).length, 1);
  });

  test('are found among visits by their amount', () => {
    const visits = [3, 9, 21, 40, 62, 63, 70].map((day) => ({
      day: Date.UTC(2026, 0, day) / 86_400_000,
      amountMinor: -1000 - day,
    }));
    const [series, more] = findSeries([...visits, ...monthly(-899, -899, -899, -899)], bought);
    assert.deepEqual([series?.period, series?.occurrences.length, more], ['monthly', 4, undefined]);
  });

  test('two contracts of one company are two', () => {
    const second = monthly(-1500, -1500, -1500).map(({ day, amountMinor }) => ({
      day: day + 11,
      amountMinor,
    }));
    const found = findSeries([...monthly(-2500, -2500, -2500), ...second], bill);
    assert.deepEqual(
      new Set(found.map(({ occurrences }) => occurrences[0]?.amountMinor)),
      new Set([-2500, -1500]),
    );
  });
});

describe('names of payees', () => {
  test('lose their numbers and their case', () => {
    assert.equal(payeeKey('Netflix.com 4259522'), payeeKey('NETFLIX.COM'));
    assert.equal(payeeKey('Marks & Spencer 0921'), 'MARKS & SPENCER');
  });

  const cases = [
    ['HARTLEY LETTINGS', 'HARTLEY LETTINGS RENT 14B', true],
    ['OCTOPUS ENERGY', 'Octopus Energy', true],
    ['EE', 'EE', true],
    ['EE', 'EELS OF LONDON', false],
    ['EASY SAVER', 'EASY RENT', false],
    ['12345', 'Octopus', false],
  ] as const;
  for (const [a, b, isSame] of cases) {
    test(`${a} and ${b} are ${isSame ? 'one' : 'two'}`, () => {
      assert.equal(isSamePayee(a, b), isSame);
      assert.equal(isSamePayee(b, a), isSame);
    });
  }
});
