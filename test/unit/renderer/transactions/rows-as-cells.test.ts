import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { rowsAsCells } from '../../../../src-renderer/transactions/rows-as-cells.ts';
import type { ListedTransaction } from '#shared/transaction-list.ts';
import { transactionAt } from '../../../support/window/transaction-samples.ts';

/** Read by a reader that is not ours, as spreadsheets read what is pasted: tabs between cells, quotes around hard ones. */
const read = (rows: readonly ListedTransaction[]): Record<string, string>[] =>
  parse(rowsAsCells(rows, new Map([['a1', 'Current']])), { delimiter: '\t', columns: true });
const row = { ...transactionAt(3), account_id: 'a1' };

describe('rows on the clipboard', () => {
  test('have a heading, plain days and plain decimals', () => {
    const [cells] = read([{ ...row, amount_minor: -1_234_567 }]);
    assert.equal(cells?.['Amount'], '-12345.67');
    assert.equal(cells?.['Date'], row.date);
    assert.equal(cells?.['Account'], 'Current');
    assert.equal(cells?.['Currency'], 'GBP');
  });

  test('have the places of their currency', () => {
    assert.equal(read([{ ...row, currency: 'JPY', amount_minor: 450 }])[0]?.['Amount'], '450');
    assert.equal(read([{ ...row, currency: 'KWD', amount_minor: 1 }])[0]?.['Amount'], '0.001');
  });

  for (const text of ['=1+1', '+44 20', '-SUM(A1)', '@x', '＝1']) {
    test(`run no formula: ${text}`, () => {
      const [cells] = read([{ ...row, description: text, note: text, own_category: text, merchant: text }]);
      for (const name of ['Description', 'Merchant', 'Category', 'Note'])
        assert.equal(cells?.[name], `'${text}`);
    });
  }

  test('a tab, a new line or a lone quote moves no cell', () => {
    const [first, second] = read([{ ...row, description: 'a\tb\nc "d', note: '"' }, row]);
    assert.equal(first?.['Description'], 'a b c "d');
    assert.equal(first?.['Note'], '"');
    assert.equal(second?.['Description'], row.description);
  });

  test('say the user’s category before the bank’s', () => {
    assert.equal(read([{ ...row, own_category: 'VAT 20%' }])[0]?.['Category'], 'VAT 20%');
    assert.equal(read([{ ...row, category: 'DIRECT_DEBIT' }])[0]?.['Category'], 'Direct debit');
  });
});
