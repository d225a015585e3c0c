import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankAccount } from '#shared/bank-rows.ts';
import { openAccountLedger } from '../../../../src-worker/ledger/account-ledger-on-sqlite.ts';
import { saveConnection } from '../../../../src-worker/ledger/connections.ts';
import { forgetConnection } from '../../../../src-worker/ledger/forget-connection.ts';
import type { Ledger } from '../../../../src-worker/ledger/open-ledger.ts';
import { saveDiscovery } from '../../../../src-worker/ledger/save-discovery.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import {
  answered,
  connection,
  january,
  nowIso,
  query,
  startJob,
  temporaryLedger,
} from '../../../support/ledger-fixture.ts';

const account = (accountId: string): BankAccount => ({
  accountId,
  kind: 'account',
  displayName: `Account of ${accountId}`,
  currency: 'GBP',
  type: null,
  numbersJson: '{}',
});

/** A connection with an account, rows, an amended one among them, a removed one, a balance and a refusal. */
function fill(ledger: Ledger, id: string): void {
  saveConnection(ledger, connection({ id, providerId: id }), nowIso);
  const jobId = startJob(ledger, id);
  saveDiscovery(ledger, { connectionId: id, jobId, consent: null, accounts: [account(id)], nowIso });
  const at = openAccountLedger(ledger, { connectionId: id, accountId: id, jobId, nowIso: () => nowIso });
  const row = (normalisedId: string, amountMinor: number) =>
    bankRow({ normalisedId, amountMinor, date: '2026-01-05', description: `SHOP ${id}` });
  at.storeWindow(answered([row('1', -100), row('2', -200), row('3', -300)]));
  at.storeWindow(answered([row('1', -150), row('2', -200)]));
  at.storePending({ ...answered([row('4', -400)]) });
  at.storeRefusal(january, 'old-history-refused', nowIso);
}

/** Without the inner tables of the index of words, which depend on how it came to be, and the bare numbers of changed rows. */
const tables = (ledger: Ledger): string[] =>
  query(
    ledger,
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE 'transaction_words_%' AND name <> 'list_changes' ORDER BY name`,
  ).map((row) => String(Object.values(row as object)[0]));
const countRows = (ledger: Ledger) =>
  Object.fromEntries(tables(ledger).map((name) => [name, query(ledger, `SELECT 1 FROM "${name}"`).length]));

describe('forgetting a connection', () => {
  test('leaves the ledger as if it had never been, to the last row of every table', (t) => {
    const ledger = temporaryLedger(t);
    fill(ledger, 'kept');
    ledger.db.prepare("UPDATE jobs SET finished_at = ?, accounts_json = '[]'").run(nowIso);
    const before = countRows(ledger);
    fill(ledger, 'gone');
    ledger.db.prepare('UPDATE jobs SET finished_at = ?').run(nowIso);
    assert.ok((countRows(ledger)['transactions'] ?? 0) > (before['transactions'] ?? 0));
    assert.equal(forgetConnection(ledger, 'gone'), 4);
    assert.deepEqual(countRows(ledger), before);
    assert.deepEqual(query(ledger, 'PRAGMA foreign_key_check'), []);
    assert.deepEqual(query(ledger, 'PRAGMA foreign_keys'), [{ foreign_keys: 1 }]);
    assert.deepEqual(query(ledger, 'PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
  });

  test('overwrites it in the file', (t) => {
    const ledger = temporaryLedger(t);
    fill(ledger, 'kept');
    fill(ledger, 'gone');
    const held = (text: string): boolean => ledger.db.serialize().includes(text);
    assert.ok(held('SHOP gone'));
    forgetConnection(ledger, 'gone');
    assert.deepEqual([held('SHOP gone'), held('Account of gone'), held('SHOP kept')], [false, false, true]);
  });

  test('one that is not there is not found', (t) => {
    const ledger = temporaryLedger(t);
    fill(ledger, 'kept');
    assert.equal(forgetConnection(ledger, 'other'), null);
    assert.equal(query(ledger, 'SELECT 1 FROM accounts').length, 1);
  });
});
