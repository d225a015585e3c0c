import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gridWish, rowAfterKey, type PressedKey } from '../../../../src-renderer/transactions/grid-keys.ts';
import { rowText } from '../../../../src-renderer/transactions/row-text.ts';
import { userIsBusy } from '../../../../src-renderer/transactions/user-is-busy.ts';
import { transactionAt } from '../../../support/window/transaction-samples.ts';

describe('the keys of the table', () => {
  const cases = [
    ['ArrowDown', null, 0],
    ['ArrowDown', 4, 5],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['ArrowUp', 7, 6],
    ['PageDown', 10, 29],
    ['PageUp', 10, 0],
    ['Home', 50, 0],
    ['End', null, 99],
    ['a', 3, null],
  ] as const;
  for (const [key, selected, row] of cases) {
    test(`${key} at ${selected} of 100, 20 of them shown: ${row}`, () => {
      assert.equal(rowAfterKey(key, selected, 100, 20), row);
    });
  }

  test('lead nowhere in an empty table', () => {
    assert.equal(rowAfterKey('End', null, 0, 20), null);
  });
});

describe('what a key wishes', () => {
  const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  const wishOf = (key: string, held: Partial<PressedKey> = {}) =>
    gridWish({ key, ...none, ...held }, 4, 100, 20);

  test('with Shift a range, without it a step', () => {
    assert.deepEqual(wishOf('ArrowDown'), { kind: 'move', row: 5, extends: false });
    assert.deepEqual(wishOf('End', { shiftKey: true }), { kind: 'move', row: 99, extends: true });
  });

  test('Space marks, Ctrl or Cmd with A and C mark all and copy, Enter opens, Escape closes', () => {
    assert.deepEqual(wishOf(' '), { kind: 'mark' });
    assert.deepEqual(wishOf('a', { ctrlKey: true }), { kind: 'mark-all' });
    assert.deepEqual(wishOf('c', { metaKey: true }), { kind: 'copy' });
    assert.deepEqual(wishOf('Enter'), { kind: 'open' });
    assert.deepEqual(wishOf('Escape'), { kind: 'close' });
  });

  test('other keys are left to the window, and an empty table has none but Escape', () => {
    assert.equal(wishOf('f', { ctrlKey: true }), null);
    assert.equal(wishOf('ArrowDown', { altKey: true }), null);
    assert.equal(wishOf('x'), null);
    assert.equal(gridWish({ key: 'a', ...none, ctrlKey: true }, null, 0, 20), null);
  });
});

describe('a row in words', () => {
  test('the merchant comes first, the bank’s own text after it', () => {
    const text = rowText(transactionAt(0), 'GBP');
    assert.deepEqual([text.title, text.detail], ['Tesco', 'TESCO STORES 3021']);
  });

  test('nothing is said twice', () => {
    const row = { ...transactionAt(0), merchant: 'TESCO', description: 'Tesco' };
    assert.equal(rowText(row, 'GBP').detail, '');
    assert.equal(rowText({ ...row, merchant: null }, 'GBP').title, 'Tesco');
  });

  test('the currency is written out only where the column does not name it', () => {
    const row = { ...transactionAt(0), amount_minor: 1000 };
    assert.doesNotMatch(rowText(row, 'GBP').amount, /£|GBP/);
    assert.match(rowText(row, 'EUR').amount, /£|GBP/);
    assert.match(rowText(row, 'GBP').amount, /^\+/);
  });
});

describe('a table is left alone', () => {
  test('while a dialog is open or somebody types, and not after', () => {
    assert.equal(userIsBusy(true, 0, 60_000), true);
    assert.equal(userIsBusy(false, 59_000, 60_000), true);
    assert.equal(userIsBusy(false, 50_000, 60_000), false);
    assert.equal(userIsBusy(false, Number.NEGATIVE_INFINITY, 60_000), false);
  });
});
