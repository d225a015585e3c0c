import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankRecurring } from '#shared/bank-rows.ts';
import { periodOfFrequency } from '../../../../../src-worker/ledger/recurring/bank-recurring.ts';
import { listRecurringPayments } from '../../../../../src-worker/ledger/recurring/list-recurring-payments.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import { accountIn, answered, temporaryLedger } from '../../../../support/ledger-fixture.ts';

const range = { from: '2025-06-01', to: '2026-01-20' };
const at = '2026-01-20T12:00:00.000Z';
const rent = ['2025-08-01', '2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01'].map(
  (date) =>
    bankRow({
      date,
      amountMinor: -98_500,
      category: 'STANDING_ORDER',
      description: 'HARTLEY LETTINGS RENT 14B',
    }),
);
const films = ['2025-10-09', '2025-11-09', '2025-12-09'].map((date) =>
  bankRow({ date, amountMinor: -1_099, merchant: 'Netflix', description: 'NETFLIX.COM' }),
);
const order = (wish: Partial<BankRecurring> = {}): BankRecurring => ({
  kind: 'standing-order',
  providerRef: null,
  payee: 'HARTLEY LETTINGS',
  reference: 'RENT 14B',
  amountMinor: -98_500,
  currency: 'GBP',
  frequency: 'IntrvlMnthDay:01:01',
  nextDate: '2026-02-01',
  previousDate: null,
  status: 'Active',
  ...wish,
});
const brief = (ledger: Parameters<typeof listRecurringPayments>[0], nowIso = at) =>
  listRecurringPayments(ledger, nowIso).map(({ payee, kind, period, next_on, times, alert }) => [
    payee,
    kind,
    period,
    next_on,
    times,
    alert?.kind ?? null,
  ]);

describe('the list of recurring payments', () => {
  test('has what rows and bank both show once, with the bank\u2019s next day, and first what is odd', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeWindow(answered([...rent, ...films], range));
    account.storeRecurring('standing-order', [order()], at);
    assert.deepEqual(brief(ledger), [
      ['Netflix', 'seen', 'monthly', '2026-02-09', 3, 'missed'],
      ['HARTLEY LETTINGS RENT 14B', 'standing-order', 'monthly', '2026-02-01', 6, null],
    ]);
  });

  test('has what only the bank lists, with the period it says', (t) => {
    const ledger = temporaryLedger(t);
    accountIn(ledger).storeRecurring('standing-order', [order({ payee: 'SHELTER' })], at);
    assert.deepEqual(brief(ledger), [['SHELTER', 'standing-order', 'monthly', '2026-02-01', 0, null]]);
  });

  test('says that something ended when the bank stops listing it, and that something is new on its list', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeRecurring('standing-order', [order()], '2026-01-20T10:00:00.000Z');
    account.storeRecurring('standing-order', [order({ payee: 'SHELTER' })], '2026-02-10T10:00:00.000Z');
    assert.deepEqual(brief(ledger, '2026-02-11T10:00:00.000Z'), [
      ['HARTLEY LETTINGS', 'standing-order', 'monthly', null, 0, 'ended'],
      ['SHELTER', 'standing-order', 'monthly', null, 0, 'new'],
    ]);
  });

  test('misses nothing on days that the bank has not answered for yet', (t) => {
    const ledger = temporaryLedger(t);
    accountIn(ledger).storeWindow(answered(films, { from: '2025-06-01', to: '2026-01-12' }));
    assert.deepEqual(brief(ledger, '2026-03-01T10:00:00.000Z'), [
      ['Netflix', 'seen', 'monthly', '2026-01-09', 3, null],
    ]);
  });

  for (const [code, period] of [
    ['IntrvlMnthDay:01:15', 'monthly'],
    ['IntrvlMnthDay:03:15', 'quarterly'],
    ['IntrvlWkDay:01:03', 'weekly'],
    ['IntrvlWkDay:02:03', 'fortnightly'],
    ['QtrDay:ENGLISH', 'quarterly'],
    ['EvryDay', null],
    ['MONTHLY', null],
    [null, null],
  ] as const) {
    test(`frequency ${String(code)} is ${period ?? 'not known'}`, () => {
      assert.equal(periodOfFrequency(code), period);
    });
  }
});
