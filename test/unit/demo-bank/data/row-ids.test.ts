import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { idSaltOf, rowIds } from '../../../../src-demo-bank/data/row-ids.ts';
import { makeAccount } from '../../../../src-demo-bank/life/household.ts';
import { openBooks } from '../../../../src-demo-bank/life/open-books.ts';

const book = openBooks(
  { seed: 1, accounts: 1, cards: 0, transactions: 100_000, days: 30 },
  Date.UTC(2026, 0, 6),
)[0];
const rows = book?.booked ?? [];
const [first] = rows;

describe('the ids of a row', () => {
  test('have the forms TrueLayer gives them', () => {
    assert.ok(first !== undefined && book !== undefined);
    const ids = rowIds(idSaltOf(book.profile), book.profile, first, 0);
    assert.match(ids.transactionId, /^[0-9a-f]{32}$/);
    assert.match(ids.normalisedId ?? '', /^txn-[0-9a-f]{17}$/);
    assert.match(ids.providerId ?? '', /^[0-9a-f]{18}$/);
  });

  test('are all different among 100 000 rows', () => {
    assert.ok(book !== undefined);
    const salt = idSaltOf(book.profile);
    const all = rows.map((row) => rowIds(salt, book.profile, row, 0));
    for (const which of ['transactionId', 'normalisedId', 'providerId'] as const) {
      assert.equal(new Set(all.map((ids) => ids[which])).size, 100_000, which);
    }
  });

  test('an amended row has another transaction_id and keeps the rest; new ids at settling are new', () => {
    assert.ok(first !== undefined && book !== undefined);
    const ids = (row: typeof first) => rowIds(idSaltOf(book.profile), book.profile, row, 0);
    const amended = ids({ ...first, amountMinor: first.amountMinor - 1 });
    assert.notEqual(amended.transactionId, ids(first).transactionId);
    assert.equal(amended.normalisedId, ids(first).normalisedId);
    assert.equal(amended.providerId, ids(first).providerId);
    const settled = ids({ ...first, generation: 1 });
    for (const which of ['transactionId', 'normalisedId', 'providerId'] as const) {
      assert.notEqual(settled[which], ids(first)[which]);
    }
  });

  test('are what the bank’s style gives', () => {
    assert.ok(first !== undefined);
    const given = [0, 2, 3].map((index) => {
      const profile = makeAccount(1, index);
      const { normalisedId, providerId } = rowIds(idSaltOf(profile), profile, first, 0);
      return [normalisedId !== null, providerId !== null];
    });
    assert.deepEqual(given, [
      [true, true],
      [false, true],
      [false, false],
    ]);
  });
});
