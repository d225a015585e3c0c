import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankAccount, BankConsent } from '#shared/bank-rows.ts';
import { spendUnattendedCall } from '../../../../src-worker/ledger/call-budget.ts';
import { loadConnections, saveConnection } from '../../../../src-worker/ledger/connections.ts';
import { listKnownAccounts, saveDiscovery } from '../../../../src-worker/ledger/save-discovery.ts';
import { connection, nowIso, query, startJob, temporaryLedger } from '../../../support/ledger-fixture.ts';

const account = (accountId: string): BankAccount => ({
  accountId,
  kind: 'account',
  displayName: accountId,
  currency: 'GBP',
  type: 'TRANSACTION',
  numbersJson: '{"iban":"GB00"}',
});

const consent = (providerId = 'mock'): BankConsent => ({
  credentialsId: 'new',
  providerId,
  providerName: 'Mock Bank',
  scopes: ['accounts'],
  consentCreatedAt: '2026-01-19T00:00:00.000Z',
  consentExpiresAt: '2026-04-19T00:00:00.000Z',
});

describe('what discovery found', () => {
  test('accounts are kept with what they are, and stay known when the bank stops listing them', (t) => {
    const ledger = temporaryLedger(t);
    saveConnection(ledger, connection(), nowIso);
    const jobId = startJob(ledger);
    saveDiscovery(ledger, {
      connectionId: 'c1',
      jobId,
      consent: null,
      accounts: [account('a'), account('b')],
      nowIso,
    });
    saveDiscovery(ledger, {
      connectionId: 'c1',
      jobId,
      consent: null,
      accounts: [{ ...account('b'), displayName: 'B2' }],
      nowIso,
    });
    assert.deepEqual(listKnownAccounts(ledger, 'c1'), [account('a'), { ...account('b'), displayName: 'B2' }]);
    assert.deepEqual(listKnownAccounts(ledger, 'other'), []);
  });

  test('the consent is kept with the connection', (t) => {
    const ledger = temporaryLedger(t);
    saveConnection(ledger, connection({ providerId: '', providerName: '' }), nowIso);
    saveDiscovery(ledger, {
      connectionId: 'c1',
      jobId: startJob(ledger),
      consent: consent(),
      accounts: [],
      nowIso,
    });
    assert.deepEqual(
      query(ledger, 'SELECT provider_id, provider_name, consent_expires_at FROM connections_v1'),
      [{ provider_id: 'mock', provider_name: 'Mock Bank', consent_expires_at: '2026-04-19T00:00:00.000Z' }],
    );
  });

  test('a reconnect by a new link goes on under the old id, with the new hosts and consent', (t) => {
    const ledger = temporaryLedger(t);
    saveConnection(ledger, connection({ id: 'old', state: 'reconnect-needed' }), nowIso);
    saveDiscovery(ledger, {
      connectionId: 'old',
      jobId: startJob(ledger, 'old'),
      consent: null,
      accounts: [account('a')],
      nowIso,
    });
    const fresh = connection({ id: 'new', providerId: '', apiUrl: 'http://127.0.0.1:9', clientId: 'other' });
    saveConnection(ledger, fresh, nowIso);
    const jobId = startJob(ledger, 'new');
    spendUnattendedCall(ledger, {
      connectionId: 'new',
      accountId: 'a',
      endpoint: 'balance',
      day: '2026-01-20',
    });
    const found = saveDiscovery(ledger, {
      connectionId: 'new',
      jobId,
      consent: consent(),
      accounts: [account('a'), account('b')],
      nowIso,
    });
    assert.deepEqual(found, { connectionId: 'old' });
    assert.deepEqual(loadConnections(ledger), [
      {
        ...fresh,
        id: 'old',
        providerId: 'mock',
        providerName: 'Mock Bank',
        consentCreatedAt: '2026-01-19T00:00:00.000Z',
        consentExpiresAt: '2026-04-19T00:00:00.000Z',
      },
    ]);
    assert.deepEqual(listKnownAccounts(ledger, 'old'), [account('a'), account('b')]);
    const jobs =
      'SELECT c.id FROM jobs j JOIN connections c ON c.ref = j.connection_ref WHERE j.connection_ref IS NOT NULL';
    assert.deepEqual(query(ledger, jobs), [{ id: 'old' }, { id: 'old' }]);
    assert.deepEqual(query(ledger, 'SELECT used FROM call_budget'), [{ used: 1 }]);
  });

  for (const { what, other } of [
    { what: 'another bank', other: connection({ id: 'other', providerId: 'elsewhere' }) },
    { what: 'another environment', other: connection({ id: 'other', environment: 'live' }) },
  ]) {
    test(`the same account id at ${what} is another account`, (t) => {
      const ledger = temporaryLedger(t);
      saveConnection(ledger, other, nowIso);
      saveConnection(ledger, connection(), nowIso);
      const jobId = startJob(ledger);
      const accounts = [account('a')];
      saveDiscovery(ledger, { connectionId: 'other', jobId, consent: null, accounts, nowIso });
      assert.deepEqual(
        saveDiscovery(ledger, { connectionId: 'c1', jobId, consent: null, accounts, nowIso }),
        {
          connectionId: 'c1',
        },
      );
      assert.equal(query(ledger, 'SELECT * FROM accounts_v1').length, 2);
    });
  }
});

describe('unattended calls', () => {
  const call = { connectionId: 'c1', accountId: 'a', endpoint: 'transactions', day: '2026-01-20' };

  test('are four a day, account and endpoint', (t) => {
    const ledger = temporaryLedger(t);
    saveConnection(ledger, connection(), nowIso);
    const spent = [1, 2, 3, 4, 5, 6].map(() => spendUnattendedCall(ledger, call));
    assert.deepEqual(
      spent.map(({ allowed, used }) => [allowed, used]),
      [
        [true, 1],
        [true, 2],
        [true, 3],
        [true, 4],
        [false, 4],
        [false, 4],
      ],
    );
    for (const other of [{ endpoint: 'balance' }, { accountId: 'b' }, { day: '2026-01-21' }]) {
      assert.deepEqual(spendUnattendedCall(ledger, { ...call, ...other }), { allowed: true, used: 1 });
    }
  });
});
