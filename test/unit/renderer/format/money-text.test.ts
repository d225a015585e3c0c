import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { moneyText } from '../../../../src-renderer/format/money-text.ts';

const locale = 'en-GB';

describe('money in the reader’s locale', () => {
  const cases = [
    [-420, 'GBP', {}, '\u2212£4.20'],
    [245_000, 'GBP', { sign: 'always' }, '+£2,450.00'],
    [0, 'GBP', { sign: 'always' }, '£0.00'],
    [-420, 'GBP', { sign: 'always', currency: 'none' }, '\u22124.20'],
    [1500, 'JPY', {}, 'JP¥1,500'],
    [1234, 'KWD', { currency: 'none' }, '1.234'],
  ] as const;
  for (const [amountMinor, currency, style, text] of cases) {
    test(`${amountMinor} minor units of ${currency} ${JSON.stringify(style)} is ${text}`, () => {
      const written = moneyText({ amountMinor, currency }, { locale, ...style });
      assert.equal(written.replaceAll('\u00a0', ' '), text);
    });
  }

  test('the largest amount there is keeps its last digit', () => {
    const text = moneyText({ amountMinor: Number.MAX_SAFE_INTEGER, currency: 'GBP' }, { locale });
    assert.equal(text, '£90,071,992,547,409.91');
  });

  test('another locale writes it its own way', () => {
    const text = moneyText({ amountMinor: -123_456, currency: 'EUR' }, { locale: 'de-DE' });
    assert.equal(text.replaceAll('\u00a0', ' '), '\u22121.234,56 €');
  });

  test('a currency that is no ISO code is written plainly instead of breaking the page', () => {
    assert.equal(moneyText({ amountMinor: -420, currency: 'pounds' }, { locale }), '\u22124.20 pounds');
  });
});
