import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instantText } from '../../../../src-renderer/format/day-text.ts';
import { nearDayText } from '../../../../src-renderer/format/near-day-text.ts';
import { chipsOf, withList } from '../../../../src-renderer/transactions/filters/chips-of.ts';
import { dayPresets } from '../../../../src-renderer/transactions/filters/day-presets.ts';
import { sizeOf } from '../../../../src-renderer/transactions/filters/size-of.ts';
import { sortAfterClick } from '../../../../src-renderer/transactions/list-query.ts';
import { transactionFilterSchema, type TransactionListFilter } from '#shared/transaction-list.ts';

const full: TransactionListFilter = {
  accountIds: ['a1', 'a2'],
  from: '2026-11-01',
  to: '2026-11-30',
  minSize: '10',
  maxSize: '20.50',
  direction: 'out',
  status: 'pending',
  categories: ['DIRECT_DEBIT', 'Groceries'],
  classifications: ['Shopping'],
  hidden: 'only',
  newSince: '2026-11-22T18:02:00.000Z',
  cameWith: { jobId: 'job-7', startedAt: '2026-11-23T18:02:00.000Z' },
  search: 'tesco',
};
const nowMs = Date.parse('2026-11-23T21:00:00.000Z');

describe('the chips of a filter', () => {
  test('name everything the list is restricted by, the search apart', () => {
    const names = chipsOf(full, new Map([['a1', 'Current']]), nowMs).map(({ name }) => name);
    assert.deepEqual(names.toSpliced(4, 1), [
      `New since ${nearDayText('2026-11-22T18:02:00.000Z', nowMs)}`,
      `Came with the sync of ${instantText('2026-11-23T18:02:00.000Z')}`,
      'Current',
      'a2',
      '10 to 20.50',
      'Money out',
      'Pending',
      'Direct debit',
      'Groceries',
      'Shopping',
      'Only hidden ones',
    ]);
  });

  test('each take away one thing, and together everything', () => {
    const chips = chipsOf(full, new Map(), nowMs);
    for (const { without } of chips) {
      assert.equal(chipsOf(without, new Map(), nowMs).length, chips.length - 1);
      transactionFilterSchema.parse(without);
    }
    let left = full;
    for (
      let more = chipsOf(left, new Map(), nowMs);
      more[0] !== undefined;
      more = chipsOf(left, new Map(), nowMs)
    )
      left = more[0].without;
    assert.deepEqual(left, { search: 'tesco' });
  });

  test('an emptied list is no list: the contract knows no empty one', () => {
    assert.deepEqual(withList({ categories: ['ATM'] }, 'categories', []), {});
  });
});

describe('an amount as typed', () => {
  const cases = [
    ['12.50', '12.50'],
    ['12,50', '12.50'],
    ['1,250.5', '1250.5'],
    ['1,250', '1250'],
    ['£ 40', '40'],
    ['-40', '40'],
    ['', ''],
    ['  ', ''],
    ['abc', null],
    ['1.2.3', null],
    ['£', null],
  ] as const;
  for (const [typed, size] of cases) {
    test(`"${typed}" is ${size === null ? 'none' : `"${size}"`}`, () => {
      assert.equal(sizeOf(typed), size);
      if (size !== null && size !== '') transactionFilterSchema.parse({ minSize: size });
    });
  }
});

describe('the usual ranges of days', () => {
  test('know where months and years end', () => {
    const ranges = new Map(dayPresets('2024-03-15').map(({ name, from, to }) => [name, [from, to]]));
    assert.deepEqual(ranges.get('This month'), ['2024-03-01', '2024-03-31']);
    assert.deepEqual(ranges.get('Last month'), ['2024-02-01', '2024-02-29']);
    assert.deepEqual(ranges.get('Last year'), ['2023-01-01', '2023-12-31']);
    assert.deepEqual(dayPresets('2026-01-09')[1]?.from, '2025-12-01');
  });
});

describe('a click on a column', () => {
  test('asks for what is wanted first, then turns it round', () => {
    const byDate = { by: 'date', order: 'descending' } as const;
    assert.deepEqual(sortAfterClick('date', byDate), { by: 'date', order: 'ascending' });
    assert.deepEqual(sortAfterClick('amount', byDate), { by: 'amount', order: 'descending' });
    assert.deepEqual(sortAfterClick('description', byDate), { by: 'description', order: 'ascending' });
  });
});
