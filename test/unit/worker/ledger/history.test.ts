import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankConsent } from '#shared/bank-rows.ts';
import { saveDiscovery } from '../../../../src-worker/ledger/save-discovery.ts';
import { accountIn, answered, nowIso, query, temporaryLedger } from '../../../support/ledger-fixture.ts';

const consentOf = (consentCreatedAt: string | null, credentialsId: string): BankConsent => ({
  credentialsId,
  providerId: 'mock',
  providerName: 'MOCK',
  scopes: [],
  consentCreatedAt,
  consentExpiresAt: null,
});

describe('what an account was asked', () => {
  test('answered ranges are merged where they touch', (t) => {
    const account = accountIn(temporaryLedger(t));
    const ask = (from: string, to: string) => account.storeWindow(answered([], { from, to }));
    ask('2026-02-01', '2026-02-10');
    ask('2026-01-01', '2026-01-31');
    ask('2026-01-15', '2026-02-05');
    ask('2026-02-12', '2026-02-20');
    assert.deepEqual(account.history(), {
      answered: [
        { from: '2026-01-01', to: '2026-02-10' },
        { from: '2026-02-12', to: '2026-02-20' },
      ],
      refused: [],
    });
  });

  for (const { what, before, after } of [
    {
      what: 'a later consent',
      before: consentOf(nowIso, 'x'),
      after: consentOf('2026-03-01T00:00:00.000Z', 'x'),
    },
    {
      what: 'other credentials at a bank that dates no consent',
      before: consentOf(null, 'x'),
      after: consentOf(null, 'y'),
    },
  ]) {
    test(`refusals count until ${what}`, (t) => {
      const ledger = temporaryLedger(t);
      const account = accountIn(ledger);
      const discovered = (consent: BankConsent) =>
        saveDiscovery(ledger, { connectionId: 'c1', jobId: account.jobId, consent, accounts: [], nowIso });
      discovered(before);
      const range = { from: '2020-01-01', to: '2021-01-01' };
      account.storeRefusal(range, 'old-history-refused', nowIso);
      assert.deepEqual(account.history().refused, [range]);
      discovered(before);
      assert.deepEqual(account.history().refused, [range]);
      discovered(after);
      assert.deepEqual(account.history().refused, []);
      assert.equal(query(ledger, "SELECT * FROM coverage WHERE reason = 'old-history-refused'").length, 1);
    });
  }
});

describe('balances', () => {
  const balance = {
    currency: 'GBP',
    currentMinor: 100,
    availableMinor: null,
    overdraftMinor: null,
    creditLimitMinor: null,
    bankUpdatedAtUtc: null,
  };

  test('are kept over time, one row for as long as nothing changed', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeBalance(balance, '2026-01-01T00:00:00.000Z');
    account.storeBalance(balance, '2026-01-02T00:00:00.000Z');
    account.storeBalance({ ...balance, availableMinor: 5 }, '2026-01-03T00:00:00.000Z');
    account.storeBalance(balance, '2026-01-04T00:00:00.000Z');
    assert.deepEqual(
      query(
        ledger,
        'SELECT available_minor AS a, first_seen_at AS f, last_seen_at AS l FROM balances ORDER BY ref',
      ),
      [
        { a: null, f: '2026-01-01T00:00:00.000Z', l: '2026-01-02T00:00:00.000Z' },
        { a: 5, f: '2026-01-03T00:00:00.000Z', l: '2026-01-03T00:00:00.000Z' },
        { a: null, f: '2026-01-04T00:00:00.000Z', l: '2026-01-04T00:00:00.000Z' },
      ],
    );
  });

  test('the latest is the account row of the view', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeBalance({ ...balance, currentMinor: 1 }, '2026-01-01T00:00:00.000Z');
    account.storeBalance({ ...balance, currentMinor: 2 }, '2026-01-02T00:00:00.000Z');
    assert.deepEqual(query(ledger, 'SELECT balance_minor, available_minor, balance_at FROM accounts_v1'), [
      { balance_minor: 2, available_minor: null, balance_at: '2026-01-02T00:00:00.000Z' },
    ]);
  });
});

describe('standing orders', () => {
  const rent = {
    kind: 'standing-order',
    providerRef: null,
    payee: 'LANDLORD',
    reference: 'RENT',
    amountMinor: -90_000,
    currency: 'GBP',
    frequency: null,
    nextDate: '2026-02-01',
    previousDate: null,
    status: 'Active',
  } as const;
  const shown = 'SELECT payee, amount_minor, next_date FROM recurring_v1 ORDER BY id';

  test('are one row through their changes, and leave the view when the bank drops them', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeRecurring(
      'standing-order',
      [rent, { ...rent, reference: 'GARAGE', amountMinor: -500 }],
      nowIso,
    );
    account.storeRecurring(
      'standing-order',
      [{ ...rent, amountMinor: -95_000, nextDate: '2026-03-01' }],
      nowIso,
    );
    assert.deepEqual(query(ledger, shown), [
      { payee: 'LANDLORD', amount_minor: -95_000, next_date: '2026-03-01' },
    ]);
    assert.equal(query(ledger, 'SELECT * FROM recurring').length, 2);
  });

  test('and direct debits do not touch each other', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeRecurring('standing-order', [rent], nowIso);
    account.storeRecurring('direct-debit', [], nowIso);
    assert.equal(query(ledger, shown).length, 1);
  });
});
