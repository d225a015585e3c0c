import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openBooks } from '../../../../src-demo-bank/life/open-books.ts';
import { epochDayOf } from '../../../../src-demo-bank/life/epoch-day.ts';
import { byTime } from '../../../../src-demo-bank/life/sorted-rows.ts';
import type { AccountBook } from '../../../../src-demo-bank/life/account-book.ts';

const nowMs = Date.UTC(2026, 2, 10, 12);
const hourMs = 3_600_000;
const open = (seed: number): readonly AccountBook[] => openBooks({ seed, accounts: 3, cards: 2 }, nowMs);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe('a natural life', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    test(`keeps rows in order and balances that add up (seed ${String(seed)})`, () => {
      for (const book of open(seed)) {
        assert.deepEqual([...book.booked].sort(byTime), book.booked);
        const total = book.profile.openingMinor + sum(book.booked.map((row) => row.amountMinor));
        assert.equal(book.balanceMinor(), total);
        assert.equal(new Set(book.booked.map((row) => row.key)).size, book.booked.length);
        assert.ok(book.booked.every((row) => row.day <= epochDayOf(nowMs)));
      }
    });
  }

  test('has salary, rent, direct debits, refunds, cash, twins and pending rows', () => {
    const [main, savings, , card] = open(1);
    assert.ok(main !== undefined && savings !== undefined && card !== undefined);
    const texts = new Set(main.booked.map((row) => row.what.description));
    for (const text of [
      'NORTHGATE ENGINEERING LTD SALARY',
      'HARTLEY LETTINGS RENT 14B',
      'AMAZON.CO.UK REFUND',
    ]) {
      assert.ok(texts.has(text), text);
    }
    const kinds = new Set(main.booked.map((row) => row.what.category));
    for (const kind of ['DIRECT_DEBIT', 'STANDING_ORDER', 'ATM', 'TRANSFER', 'PURCHASE'] as const) {
      assert.ok(kinds.has(kind), kind);
    }
    const look = (row: (typeof main.booked)[number]) =>
      `${String(row.day)} ${String(row.amountMinor)} ${row.what.description}`;
    assert.ok(new Set(main.booked.map(look)).size < main.booked.length - 5, 'twins');
    assert.ok(open(1).some((book) => book.pending.length > 0));
  });

  test('a transfer to savings and a card repayment show on both sides with the same sum', () => {
    const [main, savings, , card] = open(1);
    const on = (book: AccountBook | undefined, text: string) =>
      (book?.booked ?? []).filter((row) => row.what.description.includes(text));
    const out = on(main, 'EASY SAVER SAVINGS');
    const into = on(savings, 'A TAYLOR SAVINGS');
    assert.ok(out.length > 20);
    assert.deepEqual(
      into.map((row) => row.amountMinor),
      out.map((row) => -row.amountMinor),
    );
    const paid = on(main, 'AMERICAN EXPRESS');
    const received = on(card, 'THANK YOU');
    assert.ok(paid.length > 20);
    assert.deepEqual(
      received.map((row) => [row.day, row.amountMinor]),
      paid.map((row) => [row.day, -row.amountMinor]),
    );
  });

  test('pending rows settle on their own: same payment, sometimes new ids or another amount, a few never', () => {
    const books = openBooks({ seed: 1, accounts: 1, cards: 1 }, nowMs);
    let same = 0;
    let newIds = 0;
    let otherAmount = 0;
    let never = 0;
    for (let hours = 0; hours < 90 * 24; hours += 12) {
      for (const book of books) {
        book.advanceTo(nowMs + hours * hourMs);
        const before = book.pending;
        book.advanceTo(nowMs + (hours + 12) * hourMs);
        for (const row of before) {
          const after = book.find(row.key);
          if (after === undefined) never += 1;
          else if (book.pending.includes(after)) continue;
          else if (after.generation !== row.generation) newIds += 1;
          else if (after.amountMinor !== row.amountMinor) otherAmount += 1;
          else same += 1;
        }
      }
    }
    assert.ok(
      same > 50 && newIds > 20 && otherAmount > 0 && never > 0,
      `${String(same)} ${String(newIds)} ${String(otherAmount)} ${String(never)}`,
    );
  });
});

describe('a counted life', () => {
  for (const [transactions, days] of [
    [0, 30],
    [1, 1],
    [10, 90],
    [7, 3],
    [10_000, 30],
    [450, 730],
  ] as const) {
    test(`has exactly ${String(transactions)} rows within ${String(days)} days, never overdrawn`, () => {
      for (const book of openBooks({ seed: 1, accounts: 2, cards: 1, transactions, days }, nowMs)) {
        assert.equal(book.booked.length, transactions);
        const today = epochDayOf(nowMs);
        assert.ok(book.booked.every(({ day }) => day > today - days && day <= today - (days === 1 ? 0 : 1)));
        assert.deepEqual([...book.booked].sort(byTime), book.booked);
        const running = book.booked.map((_, index) => book.runningMinor(index));
        if (book.profile.kind === 'account') assert.ok(running.every((balance) => balance >= 0));
        else
          assert.ok(
            running.every(
              (balance) => -balance <= (book.profile.kind === 'card' ? book.profile.limitMinor : 0),
            ),
          );
      }
    });
  }

  test('has as many pending rows as asked', () => {
    for (const transactions of [undefined, 50]) {
      for (const book of openBooks({ seed: 1, accounts: 2, cards: 1, transactions, pending: 4 }, nowMs)) {
        assert.equal(book.pending.length, 4);
      }
    }
  });
});
