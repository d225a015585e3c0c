import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AccountBook } from '../../../../src-demo-bank/life/account-book.ts';
import { makeAccount } from '../../../../src-demo-bank/life/household.ts';
import type { LifeRow } from '../../../../src-demo-bank/life/life-row.ts';

const what = {
  description: 'SHOP',
  merchant: null,
  category: 'PURCHASE',
  classification: [],
  bankCode: 'DEB',
} as const;
const row = (key: number, day: number, amountMinor = -100): LifeRow => ({
  key,
  day,
  secondOfDay: 0,
  amountMinor,
  what,
  generation: 0,
});
const dayMs = 86_400_000;
const openBook = (...rows: LifeRow[]) => new AccountBook(makeAccount(1, 0), rows, 10_000, () => []);
const keys = (rows: readonly LifeRow[]) => rows.map(({ key }) => key);

describe('an account book', () => {
  test('keeps added rows in order and the balance true', () => {
    const book = openBook(row(1, 10), row(3, 30));
    const before = book.balanceMinor();
    book.putBooked(row(2, 20, -250));
    assert.deepEqual(keys(book.booked), [1, 2, 3]);
    assert.equal(book.balanceMinor(), before - 250);
    assert.equal(book.runningMinor(1) - book.runningMinor(0), -250);
  });

  test('finds the rows of a range of days, both included', () => {
    const book = openBook(row(1, 10), row(2, 20), row(3, 20), row(4, 30));
    const inside = (from: number, to: number) => {
      const { start, end } = book.window(from, to);
      return keys(book.booked.slice(start, end));
    };
    assert.deepEqual(inside(10, 20), [1, 2, 3]);
    assert.deepEqual(inside(20, 20), [2, 3]);
    assert.deepEqual(inside(11, 19), []);
    assert.deepEqual(inside(0, 99), [1, 2, 3, 4]);
  });

  test('settles what is due, at its time and not before', () => {
    const book = openBook();
    const pending = { row: row(7, 20, -90), fromMs: 20 * dayMs };
    book.expect({ row: row(7, 22), bookedAtMs: 22 * dayMs, pending, fate: 'booked' });
    book.advanceTo(20 * dayMs - 1);
    assert.deepEqual([keys(book.pending), keys(book.booked)], [[], []]);
    book.advanceTo(20 * dayMs);
    assert.deepEqual([keys(book.pending), keys(book.booked)], [[7], []]);
    assert.equal(book.pendingMinor(), -90);
    book.advanceTo(22 * dayMs);
    assert.deepEqual([keys(book.pending), keys(book.booked)], [[], [7]]);
  });

  test('forgets the timetable of a row that was removed or settled by hand', () => {
    const book = openBook();
    for (const key of [7, 8]) {
      const pending = { row: row(key, 20), fromMs: 20 * dayMs };
      book.expect({ row: row(key, 22), bookedAtMs: 22 * dayMs, pending, fate: 'booked' });
    }
    book.advanceTo(20 * dayMs);
    book.remove(7);
    book.settle(8, { amountMinor: -500, newIds: true });
    book.advanceTo(30 * dayMs);
    assert.deepEqual(book.booked, [{ ...row(8, 20, -500), generation: 1 }]);
    assert.deepEqual(book.pending, []);
  });

  test('replaces a row where it stands, pending or booked', () => {
    const book = openBook(row(1, 10));
    book.putPending(row(2, 11));
    book.replace(row(1, 12, -5));
    book.replace(row(2, 13, -6));
    assert.deepEqual(book.booked, [row(1, 12, -5)]);
    assert.deepEqual(book.pending, [row(2, 13, -6)]);
  });
});
