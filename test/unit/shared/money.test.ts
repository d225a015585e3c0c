import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decodeAmountMinor, formatMinor } from '#shared/money.ts';

describe('decoding an amount', () => {
  const cases: readonly (readonly [amount: number | string, currency: string, minor: number | null])[] = [
    [-4.2, 'GBP', -420],
    [-150, 'GBP', -15_000],
    [0.29, 'GBP', 29],
    [1.1, 'EUR', 110],
    [8.35, 'GBP', 835],
    [-0, 'GBP', 0],
    ['-0.00', 'GBP', 0],
    ['12.30', 'GBP', 1230],
    [1234, 'JPY', 1234],
    [1.234, 'KWD', 1234],
    ['0.1', 'KWD', 100],
    [1e-7, 'GBP', 0],
    ['1.5e3', 'GBP', 150_000],
    [4503599627370.49, 'GBP', 450_359_962_737_049],
    ['90071992547409.91', 'GBP', 9_007_199_254_740_991],
    ['90071992547409.92', 'GBP', null],
    [1.005, 'GBP', 100],
    ['1.015', 'GBP', 102],
    ['-1.005', 'GBP', -100],
    ['1.0050001', 'GBP', 101],
    ['', 'GBP', null],
    ['4,20', 'GBP', null],
    ['1e999999999', 'GBP', null],
    [Number.NaN, 'GBP', null],
    [Number.POSITIVE_INFINITY, 'GBP', null],
  ];
  for (const [amount, currency, minor] of cases) {
    test(`${String(amount)} ${currency} is ${String(minor)}`, () => {
      assert.equal(decodeAmountMinor(amount, currency), minor);
    });
  }

  test('every amount of two decimals comes back exactly, as a number and as text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999_99, max: 99_999_999_999_99 }), (minor) => {
        const text = formatMinor({ amountMinor: minor, currency: 'GBP' });
        assert.equal(decodeAmountMinor(text, 'GBP'), minor);
        assert.equal(decodeAmountMinor(Number(text), 'GBP'), minor);
      }),
    );
  });
});

describe('printing an amount', () => {
  const cases: readonly (readonly [minor: number, currency: string, text: string])[] = [
    [-420, 'GBP', '-4.20'],
    [5, 'GBP', '0.05'],
    [0, 'GBP', '0.00'],
    [1234, 'JPY', '1234'],
    [-5, 'KWD', '-0.005'],
  ];
  for (const [amountMinor, currency, text] of cases) {
    test(`${amountMinor} ${currency} is ${text}`, () => {
      assert.equal(formatMinor({ amountMinor, currency }), text);
    });
  }
});
