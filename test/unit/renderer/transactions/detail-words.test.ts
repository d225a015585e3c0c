import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changeLines } from '../../../../src-renderer/transactions/detail/change-lines.ts';
import { categoriesLike } from '../../../../src-renderer/transactions/categories-like.ts';
import { withOverlay } from '../../../../src-renderer/transactions/with-overlay.ts';
import type { TransactionChange } from '#shared/transaction-list.ts';
import { transactionAt } from '../../../support/window/transaction-samples.ts';

const change = (changes: Partial<TransactionChange>): TransactionChange => ({
  kind: 'amended',
  reason: 'normalised-id',
  at: '2026-11-23T14:47:52.000Z',
  job_id: 'job-7',
  fields: {},
  became_id: null,
  confidence: null,
  ...changes,
});

describe('a line of the history', () => {
  test('says what was and what is, as people read it', () => {
    const { fields } = changeLines(
      change({ fields: { amountMinor: [-420, -520], merchant: [null, 'Pret'], category: ['ATM', 'OTHER'] } }),
      'GBP',
    );
    assert.deepEqual(
      fields.map(({ field, fromTo }) => `${field} ${fromTo}`),
      [
        'amount \u2212£4.20 \u2192 \u2212£5.20',
        'merchant nothing \u2192 “Pret”',
        'category Cash machine \u2192 Other',
      ],
    );
  });

  test('of a link says by what the two are taken for one', () => {
    const { happened, why } = changeLines(change({ kind: 'settled', reason: 'tip' }), 'GBP');
    assert.equal(`${happened}: ${why}`, 'Became booked: a little more, as with a tip');
  });

  test('of a kind or reason that is not known is shown as it is', () => {
    const { happened, why } = changeLines(change({ kind: 'painted', reason: 'blue-moon' }), 'GBP');
    assert.equal(`${happened}: ${why}`, 'painted: blue moon');
  });
});

describe('categories to choose from', () => {
  const known = [
    { category: 'PURCHASE', is_own: false, count: 900 },
    { category: 'UNKNOWN', is_own: false, count: 50 },
    { category: 'Purchases of gear', is_own: true, count: 2 },
    { category: 'DIRECT_DEBIT', is_own: false, count: 40 },
  ];

  test('are those that hold what was written, the user’s own first, and never the nameless one', () => {
    const names = (text: string) => categoriesLike(known, text, 8).map(({ name }) => name);
    assert.deepEqual(names('pur'), ['Purchases of gear', 'Purchase']);
    assert.deepEqual(names('debit'), ['Direct debit']);
    assert.deepEqual(names(''), ['Purchases of gear', 'Purchase', 'Direct debit']);
    assert.equal(categoriesLike(known, '', 2).length, 2);
  });
});

describe('what the user says of a row', () => {
  test('turning the sign twice is where one was', () => {
    const row = transactionAt(2);
    const turned = withOverlay(row, { is_flipped: true });
    assert.equal(turned.amount_minor, -row.amount_minor);
    assert.equal(withOverlay(turned, { is_flipped: true }).amount_minor, -row.amount_minor);
    assert.deepEqual(withOverlay(turned, { is_flipped: false }), row);
  });

  test('what is not named stays, and null takes away', () => {
    const row = { ...transactionAt(2), note: 'a', own_category: 'b' };
    assert.deepEqual(withOverlay(row, { own_category: null }), { ...row, own_category: null });
  });
});
