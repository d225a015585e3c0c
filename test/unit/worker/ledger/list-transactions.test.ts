import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listTransactions, type TransactionFilter } from '../../../../src-worker/ledger/view-rows.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { accountIn, answered, temporaryLedger } from '../../../support/ledger-fixture.ts';

const rows = [
  bankRow({ date: '2026-01-03', description: '100% WOOL', merchant: null }),
  bankRow({ date: '2026-01-02', description: 'CARD_1 PAYMENT', merchant: 'Corner Shop' }),
  bankRow({ date: '2026-01-01', description: String.raw`BACK\SLASH`, merchant: 'Other' }),
];

describe('listing transactions', () => {
  const cases: readonly { filter: TransactionFilter; dates: readonly string[] }[] = [
    { filter: {}, dates: ['03', '02', '01'] },
    { filter: { from: '2026-01-02' }, dates: ['03', '02'] },
    { filter: { to: '2026-01-02' }, dates: ['02', '01'] },
    { filter: { from: '2026-01-02', to: '2026-01-02' }, dates: ['02'] },
    { filter: { search: 'corner' }, dates: ['02'] },
    { filter: { search: 'wool' }, dates: ['03'] },
    { filter: { search: '%' }, dates: ['03'] },
    { filter: { search: '_' }, dates: ['02'] },
    { filter: { search: '\\' }, dates: ['01'] },
    { filter: { search: '' }, dates: ['03', '02', '01'] },
    { filter: { search: "' OR 1=1 --" }, dates: [] },
    { filter: { accountId: 'acc' }, dates: ['03', '02', '01'] },
    { filter: { accountId: 'elsewhere' }, dates: [] },
  ];
  for (const { filter, dates } of cases) {
    test(`${JSON.stringify(filter)} shows ${dates.length}, newest first`, (t) => {
      const ledger = temporaryLedger(t);
      accountIn(ledger).storeWindow(answered(rows));
      assert.deepEqual(
        listTransactions(ledger, filter, 10).map(({ date }) => date.slice(8)),
        dates,
      );
    });
  }

  test('stops at the limit, and keeps the order of the bank within a day', (t) => {
    const ledger = temporaryLedger(t);
    const sameDay = ['third', 'second', 'first'].map((description) => bankRow({ description }));
    accountIn(ledger).storeWindow(answered(sameDay));
    assert.deepEqual(
      listTransactions(ledger, {}, 2).map(({ description }) => description),
      ['third', 'second'],
    );
  });
});
