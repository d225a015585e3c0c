import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankAccount } from '#shared/bank-rows.ts';
import { spendUnattendedCall } from '../../../../src-worker/ledger/call-budget.ts';
import {
  loadConnections,
  saveConnection,
  setConnectionState,
} from '../../../../src-worker/ledger/connections.ts';
import { forgetConnection } from '../../../../src-worker/ledger/forget-connection.ts';
import type { Ledger } from '../../../../src-worker/ledger/open-ledger.ts';
import { saveDiscovery } from '../../../../src-worker/ledger/save-discovery.ts';
import { workingPredecessor } from '../../../../src-worker/ledger/working-predecessor.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import {
  answered,
  connection,
  nowIso,
  query,
  startJob,
  temporaryLedger,
} from '../../../support/ledger-fixture.ts';

const account = (accountId: string, number: string): BankAccount => ({
  accountId,
  kind: 'account',
  displayName: 'Everyday',
  currency: 'GBP',
  type: 'TRANSACTION',
  numbersJson: JSON.stringify({ sort_code: '01-21-31', number }),
});

/** A connection and what its first look at the bank shows. @returns the id it goes on under */
function connect(ledger: Ledger, id: string, accounts: readonly BankAccount[], renews?: string): string {
  saveConnection(ledger, connection({ id }), nowIso, renews);
  const jobId = startJob(ledger, id);
  return saveDiscovery(ledger, { connectionId: id, jobId, consent: null, accounts, nowIso }).connectionId;
}

const accountsIn = (ledger: Ledger) =>
  query(ledger, 'SELECT ref, account_id AS id FROM accounts ORDER BY ref');

describe('a new consent that gives accounts new ids', () => {
  test('goes on with the old rows, recognised by number, and remembers the old ids', (t) => {
    const ledger = temporaryLedger(t);
    connect(ledger, 'old', [account('a', '1'), account('b', '2')]);
    assert.equal(connect(ledger, 'new', [account('x', '1'), account('y', '2'), account('z', '3')]), 'old');
    assert.deepEqual(accountsIn(ledger), [
      { ref: 1, id: 'x' },
      { ref: 2, id: 'y' },
      { ref: 3, id: 'z' },
    ]);
    assert.deepEqual(query(ledger, 'SELECT account_ref, account_id FROM former_account_ids'), [
      { account_ref: 1, account_id: 'a' },
      { account_ref: 2, account_id: 'b' },
    ]);
    assert.deepEqual(query(ledger, 'SELECT id FROM connections'), [{ id: 'old' }]);
    assert.deepEqual(query(ledger, 'PRAGMA foreign_key_check'), []);
  });

  test('goes on with what was asked of an account today', (t) => {
    const ledger = temporaryLedger(t);
    connect(ledger, 'old', [account('a', '1')]);
    const call = { connectionId: 'old', endpoint: 'transactions', day: '2026-01-20' };
    for (let nth = 0; nth < 3; nth += 1) spendUnattendedCall(ledger, { ...call, accountId: 'a' });
    connect(ledger, 'new', [account('x', '1')]);
    assert.deepEqual(spendUnattendedCall(ledger, { ...call, accountId: 'x' }), { allowed: true, used: 4 });
    assert.deepEqual(query(ledger, 'SELECT account_id, used FROM call_budget'), [
      { account_id: 'x', used: 4 },
    ]);
  });

  test('takes the place of one that works together with what it fetched, or not at all', (t) => {
    const ledger = temporaryLedger(t);
    connect(ledger, 'old', [account('a', '1')]);
    const found = { connectionId: 'new', consent: null, accounts: [account('x', '1')] };
    saveConnection(ledger, connection({ id: 'new' }), nowIso);
    assert.equal(workingPredecessor(ledger, found)?.connectionId, 'old');
    const firstWindow = { accountId: 'x', ...answered([bankRow({ amountMinor: -1 })]) };
    const discovery = { ...found, jobId: startJob(ledger, 'new'), nowIso, firstWindow };
    assert.throws(() => saveDiscovery(ledger, { ...discovery, jobId: 'none' }));
    assert.deepEqual(accountsIn(ledger), [{ ref: 1, id: 'a' }]);
    const { connectionId, stored } = saveDiscovery(ledger, discovery);
    assert.deepEqual([connectionId, stored?.inserted], ['old', 1]);
    assert.deepEqual(query(ledger, 'SELECT connection_id, account_id FROM transactions_v1'), [
      { connection_id: 'old', account_id: 'x' },
    ]);
    setConnectionState(ledger, 'old', 'reconnect-needed', nowIso);
    saveConnection(ledger, connection({ id: 'third' }), nowIso);
    assert.equal(workingPredecessor(ledger, { ...found, connectionId: 'third' }), null, 'nothing to keep');
  });

  test('of another person who shares one account stays a connection of its own', (t) => {
    const ledger = temporaryLedger(t);
    connect(ledger, 'alex', [account('a', '1'), account('joint', '9')]);
    assert.equal(connect(ledger, 'sam', [account('s', '2'), account('j', '9')]), 'sam');
    assert.equal(connect(ledger, 'kim', [account('k', '9')]), 'kim');
    assert.equal(query(ledger, 'SELECT 1 FROM accounts').length, 5);
  });

  test('counts part of the accounts once the old consent is over, or when the user says that it renews', (t) => {
    const ledger = temporaryLedger(t);
    connect(ledger, 'one', [account('a', '1'), account('b', '2')]);
    setConnectionState(ledger, 'one', 'reconnect-needed', nowIso);
    assert.equal(connect(ledger, 'again', [account('x', '1')]), 'one');
    setConnectionState(ledger, 'one', 'active', nowIso);
    assert.equal(connect(ledger, 'third', [account('p', '1'), account('q', '7')], 'one'), 'one');
    assert.deepEqual(
      query(ledger, 'SELECT account_id AS id FROM accounts ORDER BY ref'),
      ['p', 'b', 'q'].map((id) => ({ id })),
    );
    assert.deepEqual(query(ledger, 'SELECT * FROM renewals'), []);
  });

  test('is found under the id it was made with, however often that one’s place was taken', (t) => {
    const ledger = temporaryLedger(t);
    const meant = (id: string) => loadConnections(ledger, id).map((each) => each.id);
    connect(ledger, 'first', [account('a', '1')]);
    assert.deepEqual(meant('second'), []);
    assert.equal(connect(ledger, 'second', [account('x', '1')]), 'first');
    assert.equal(connect(ledger, 'third', [account('y', '1')]), 'first');
    assert.deepEqual([...meant('second'), ...meant('third'), ...meant('first')], ['first', 'first', 'first']);
    assert.equal(loadConnections(ledger).length, 1);
    forgetConnection(ledger, 'first');
    assert.deepEqual([...meant('second'), ...meant('third')], []);
    assert.deepEqual(query(ledger, 'SELECT * FROM former_connection_ids'), []);
  });

  test('at another bank renews nothing, whatever the user says', (t) => {
    const ledger = temporaryLedger(t);
    connect(ledger, 'one', [account('a', '1')]);
    assert.equal(connect(ledger, 'other', [account('x', '5')], 'one'), 'other');
    assert.equal(query(ledger, 'SELECT 1 FROM accounts').length, 2);
  });
});
