import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { filterOfChoice, firstChoice } from '../../../../src-renderer/insights/insight-choice.ts';
import { daysOfMonth, daysOfRange } from '../../../../src-renderer/insights/insight-range.ts';
import { filterOfGroup, groupName } from '../../../../src-renderer/insights/spending-group.ts';

describe('the range of the insights', () => {
  const cases = [
    ['3', '2026-11-23', '2024-05-02', '2026-09-01'],
    ['12', '2026-11-23', '2024-05-02', '2025-12-01'],
    ['24', '2026-01-31', '2023-05-02', '2024-02-01'],
    ['24', '2026-01-31', '2024-05-02', '2024-05-01'],
    ['3', '2026-11-23', null, '2026-09-01'],
    ['all', '2026-11-23', '2024-05-02', '2024-05-02'],
    ['all', '2026-11-23', null, '2026-11-23'],
  ] as const;
  for (const [choice, today, firstDay, from] of cases) {
    test(`${choice} on ${today}: from ${from}`, () => {
      assert.deepEqual(daysOfRange(choice, today, firstDay), { from, to: today });
    });
  }

  test('a month has its own last day', () => {
    assert.deepEqual(daysOfMonth('2024-02'), { from: '2024-02-01', to: '2024-02-29' });
    assert.deepEqual(daysOfMonth('2026-12'), { from: '2026-12-01', to: '2026-12-31' });
  });
});

describe('what the insights ask for', () => {
  const scope = {
    currencies: [
      { currency: 'GBP', account_ids: ['a', 'b'] },
      { currency: 'EUR', account_ids: ['c'] },
    ],
    first_day: '2024-01-01',
  };
  const ask = (choice: Partial<typeof firstChoice>) =>
    filterOfChoice({ ...firstChoice, ...choice }, scope, '2026-11-23');

  test('begins with the currency of most accounts and a year', () => {
    assert.deepEqual(ask({}), { currency: 'GBP', from: '2025-12-01', to: '2026-11-23' });
  });

  test('forgets a currency and accounts that are gone', () => {
    assert.equal(ask({ currency: 'USD' })?.currency, 'GBP');
    assert.deepEqual(ask({ accountIds: ['b', 'gone'] })?.accountIds, ['b']);
    assert.equal(ask({ currency: 'EUR', accountIds: ['b'] })?.accountIds, undefined);
  });

  test('is nothing where there is no account', () => {
    assert.equal(filterOfChoice(firstChoice, { currencies: [], first_day: null }, '2026-11-23'), undefined);
  });
});

describe('where a bar leads', () => {
  const filter = { currency: 'GBP', accountIds: ['a'], from: '2026-01-01', to: '2026-01-31' };
  const where = { accountIds: ['a'], from: '2026-01-01', to: '2026-01-31', direction: 'out' };
  const cases = [
    ['own', 'Holidays', { categories: ['Holidays'] }],
    ['classification', 'Shopping', { classifications: ['Shopping'] }],
    ['category', 'PURCHASE', { categories: ['PURCHASE'], classifications: [''] }],
    ['merchant', 'Tesco', { search: 'Tesco' }],
    ['text', 'RENT 14B', { search: 'RENT 14B' }],
  ] as const;
  for (const [kind, name, part] of cases) {
    test(`${kind}: ${JSON.stringify(part)}`, () => {
      assert.deepEqual(filterOfGroup({ kind, name, minor: 1, count: 1 }, filter, 'out'), {
        ...where,
        ...part,
      });
    });
  }

  test('the bank\u2019s categories are put in words, others stay as they are', () => {
    const nameOf = (kind: 'category' | 'own', name: string) => groupName({ kind, name, minor: 1, count: 1 });
    assert.equal(nameOf('category', 'DIRECT_DEBIT'), 'Direct debit');
    assert.equal(nameOf('category', 'UNKNOWN'), 'No category');
    assert.equal(nameOf('own', 'DIRECT_DEBIT'), 'DIRECT_DEBIT');
  });
});
