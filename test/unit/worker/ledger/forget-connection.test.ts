import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankAccount } from '#shared/bank-rows.ts';
import { openAccountLedger } from '../../../../src-worker/ledger/account-ledger-on-sqlite.ts';
import { saveConnection } from '../../../../src-worker/ledger/connections.ts';
import { forgetConnection } from '../../../../src-worker/ledger/forget-connection.ts';
import type { Ledger } from '../../../../src-worker/ledger/open-ledger.ts';
import { saveDiscovery } from '../../../../src-worker/ledger/save-discovery.ts';
import { refreshSums } from '../../../../src-worker/ledger/sums/refresh-sums.ts';
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

/**
 * A connection with an account, rows, an amended one among them, a removed one, a noted one, a balance and a refusal.
 * `more`: rows besides these four.
 */
function fill(ledger: Ledger, id: string, more = 0): void {
  saveConnection(ledger, connection({ id, providerId: id }), nowIso);
  const jobId = startJob(ledger, id);
  saveDiscovery(ledger, { connectionId: id, jobId, consent: null, accounts: [account(id)], nowIso });
  const at = openAccountLedger(ledger, { connectionId: id, accountId: id, jobId, nowIso: () => nowIso });
  const row = (normalisedId: string, amountMinor: number) =>
    bankRow({ normalisedId, amountMinor, date: '2026-01-05', description: `SHOP ${id}` });
  const others = Array.from({ length: more }, (_, index) => row(`more${String(index)}`, -index - 1));
  at.storeWindow(answered([row('1', -100), row('2', -200), row('3', -300), ...others]));
  at.storeWindow(answered([row('1', -150), row('2', -200), ...others]));
  at.storePending({ ...answered([row('4', -400)]) });
  at.storeRefusal(january, 'old-history-refused', nowIso);
  ledger.db
    .prepare(
      `INSERT INTO overlays (transaction_ref, note, created_at, updated_at)
       SELECT t.ref, 'noted of ' || ?, ?, ? FROM transactions t JOIN accounts a ON a.ref = t.account_ref
       WHERE a.account_id = ? AND t.normalised_id = '2'`,
    )
    .run(id, nowIso, nowIso, id);
  refreshSums(ledger.db);
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

const searched = (ledger: Ledger, words: string): number =>
  query(ledger, `SELECT rowid FROM transaction_words WHERE transaction_words MATCH '${words}'`).length;

/** As they were made: what was put aside to delete faster has to be there again. */
const schema = (ledger: Ledger): readonly unknown[] =>
  query(ledger, 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name');

/** Each goes another way: the words marked one by one, or the index of words and the other indexes made anew. */
const shares = [
  { name: 'when less goes than stays', going: 0, staying: 3 },
  { name: 'when more goes than stays', going: 3, staying: 0 },
] as const;

function assertSound(ledger: Ledger): void {
  assert.deepEqual(query(ledger, 'PRAGMA foreign_key_check'), []);
  assert.deepEqual(query(ledger, 'PRAGMA foreign_keys'), [{ foreign_keys: 1 }]);
  assert.deepEqual(query(ledger, 'PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
  ledger.db.exec("INSERT INTO transaction_words (transaction_words) VALUES ('integrity-check')");
}

describe('forgetting a connection', () => {
  for (const { name, going, staying } of shares) {
    test(`leaves the ledger as if it had never been, to the last row of every table, ${name}`, (t) => {
      const ledger = temporaryLedger(t);
      fill(ledger, 'kept', staying);
      ledger.db.prepare("UPDATE jobs SET finished_at = ?, accounts_json = '[]'").run(nowIso);
      const before = countRows(ledger);
      const made = schema(ledger);
      fill(ledger, 'gone', going);
      ledger.db.prepare('UPDATE jobs SET finished_at = ?').run(nowIso);
      assert.ok((countRows(ledger)['transactions'] ?? 0) > (before['transactions'] ?? 0));
      assert.equal(forgetConnection(ledger, 'gone'), 4 + going);
      assert.deepEqual(countRows(ledger), before);
      assert.deepEqual(schema(ledger), made);
      assert.deepEqual(
        ['gone', 'noted gone', 'kept', 'noted kept'].map((words) => searched(ledger, words)),
        [0, 0, 4 + staying, 1],
      );
      assertSound(ledger);
    });
  }

  test('the only one leaves an empty ledger, which a bank can be connected to again', (t) => {
    const ledger = temporaryLedger(t);
    const made = schema(ledger);
    fill(ledger, 'gone');
    ledger.db.prepare('UPDATE jobs SET finished_at = ?').run(nowIso);
    assert.equal(forgetConnection(ledger, 'gone'), 4);
    // The one row of `sums_until` says how far the sums are.
    const left = Object.entries(countRows(ledger)).filter(([, rows]) => rows > 0);
    assert.deepEqual(left, [['sums_until', 1]]);
    assert.deepEqual(query(ledger, 'SELECT ref FROM sums_until'), [{ ref: 0 }]);
    assert.deepEqual(schema(ledger), made);
    fill(ledger, 'new');
    assert.deepEqual([searched(ledger, 'gone'), searched(ledger, 'new')], [0, 4]);
    assertSound(ledger);
  });

  test('has a list that is held in memory read anew', (t) => {
    const ledger = temporaryLedger(t);
    fill(ledger, 'gone');
    const newest = (): unknown => query(ledger, 'SELECT max(seq) AS seq FROM list_changes')[0];
    const before = newest();
    forgetConnection(ledger, 'gone');
    assert.notDeepEqual(newest(), before);
    assert.equal(query(ledger, 'SELECT 1 FROM list_changes WHERE transaction_ref = 0').length, 1);
  });

  for (const { name, going, staying } of shares) {
    test(`overwrites it in the file, ${name}`, (t) => {
      const ledger = temporaryLedger(t);
      fill(ledger, 'kept', staying);
      fill(ledger, 'gone', going);
      const held = (text: string): boolean => ledger.db.serialize().includes(text);
      assert.ok(held('SHOP gone') && held('noted of gone'));
      forgetConnection(ledger, 'gone');
      const gone = ['SHOP gone', 'noted of gone', 'Account of gone'].map(held);
      assert.deepEqual([gone, held('SHOP kept')], [[false, false, false], true]);
    });
  }

  test('one that is not there is not found', (t) => {
    const ledger = temporaryLedger(t);
    fill(ledger, 'kept');
    assert.equal(forgetConnection(ledger, 'other'), null);
    assert.equal(query(ledger, 'SELECT 1 FROM accounts').length, 1);
  });
});
