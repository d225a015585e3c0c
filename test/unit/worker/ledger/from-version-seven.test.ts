import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { allMigrations } from '../../../../src-worker/ledger/migrations/all-migrations.ts';
import { type Ledger, openLedger } from '../../../../src-worker/ledger/open-ledger.ts';
import { nowIso, query, temporaryFolder } from '../../../support/ledger-fixture.ts';

/** A ledger as the first released version wrote it: booked, amended, removed, pending and settled rows. */
const versionSeven = `
  INSERT INTO connections VALUES (1, 'c1', 'live', 'a', 'b', 'c', 'd', 'mock', 'MOCK', 'active', 'cred', '2026-01-01',
    '2026-04-01', '2026-01-01', '2026-01-02');
  INSERT INTO accounts VALUES (1, 1, 'acc', 'account', 'Everyday', 'GBP', NULL, '{}', '2026-01-01', '2026-01-02');
  INSERT INTO jobs (ref, id, requested_by, attended, status, owner_host, owner_pid, heartbeat_at, started_at)
    VALUES (1, 'j1', 'user', 1, 'completed', 'h', 1, '2026-01-02', '2026-01-02');
  INSERT INTO job_accounts VALUES (1, 1, 3, 0, 1, 1, 1);
  INSERT INTO raw_pages VALUES (1, 1, 1, 'transactions', '2026-01-01', '2026-01-31', '2026-01-02', 200, 2, x'00');
  INSERT INTO coverage VALUES (1, 1, 1, 1, '2026-01-01', '2026-01-31', 'answered', NULL, 3, '2026-01-02', 'cred');
  INSERT INTO transactions VALUES
    (1, 1, 'n:1', 'booked', '2026-01-03', '2026-01-03T00:00:00.000Z', -420, 'GBP', 'SHOP', 'Shop', 'PURCHASE', '[]', 5,
     '{}', 't1', '1', 'p1', 0, '2026-01-03', '2026-01-04', 1, 1, NULL, NULL, NULL),
    (2, 1, 'f:x:1', 'booked', '2026-01-04', '2026-01-04T00:00:00.000Z', -1, 'GBP', 'GONE', NULL, 'PURCHASE', '[]', NULL,
     NULL, 't2', NULL, NULL, 1, '2026-01-03', '2026-01-05', 1, 1, '2026-01-05', 'gone-from-window', NULL),
    (3, 1, 'pending:f:y:1', 'pending', '2026-01-05', '2026-01-05T00:00:00.000Z', -2, 'GBP', 'HELD', NULL, 'PURCHASE',
     '[]', NULL, NULL, 't3', NULL, NULL, 0, '2026-01-03', '2026-01-05', 1, 1, NULL, NULL, NULL),
    (4, 1, 'pending:n:1', 'pending', '2026-01-02', '2026-01-02T00:00:00.000Z', -400, 'GBP', 'SHOP', NULL, 'PURCHASE',
     '[]', NULL, NULL, 't4', '1', NULL, 0, '2026-01-02', '2026-01-03', 1, 1, '2026-01-03', 'booked', 1);
  INSERT INTO balances VALUES (1, 1, 1, 'GBP', 100, NULL, NULL, NULL, NULL, '2026-01-02', '2026-01-02');
  INSERT INTO recurring VALUES (1, 1, 'standing-order', NULL, 'LANDLORD', NULL, -1, 'GBP', NULL, NULL, NULL, 'Active',
    '2026-01-02', '2026-01-02', NULL);
  INSERT INTO call_budget VALUES (1, 'acc', 'accounts/transactions', '2026-01-02', 2);`;

const tables = [
  'connections',
  'accounts',
  'jobs',
  'job_accounts',
  'raw_pages',
  'coverage',
  'transactions',
  'balances',
  'recurring',
  'call_budget',
];

/** Every table's rows, with the columns that version 7 had. */
function allRows(ledger: Ledger, columns: ReadonlyMap<string, readonly string[]>): unknown {
  return tables.map((table) =>
    query(ledger, `SELECT ${(columns.get(table) ?? []).join(', ')} FROM ${table}`),
  );
}

describe('a ledger of version 7', () => {
  test('keeps every row of every table, and what its public views show', (t) => {
    const file = path.join(temporaryFolder(t), 'passbook.sqlite');
    const old = openLedger(file, nowIso, allMigrations.slice(0, 7));
    assert.ok(old.ok);
    old.value.db.exec(versionSeven);
    const columns = new Map(
      tables.map((table) => [
        table,
        old.value.db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table),
      ]),
    );
    const before = allRows(old.value, columns);
    const shown = query(old.value, 'SELECT * FROM transactions_v1 ORDER BY id').map((row) => ({
      ...(row as object),
      note: null,
      own_category: null,
    }));
    old.value.close();

    const opened = openLedger(file, nowIso);
    assert.ok(opened.ok);
    t.after(() => opened.value.close());
    assert.deepEqual(allRows(opened.value, columns), before);
    assert.deepEqual(query(opened.value, 'SELECT * FROM transactions_v1 ORDER BY id'), shown);
    assert.equal(shown.length, 2);
    assert.deepEqual(query(opened.value, 'PRAGMA foreign_key_check'), []);
  });

  test('says of its old links that they were made by an id', (t) => {
    const file = path.join(temporaryFolder(t), 'passbook.sqlite');
    const old = openLedger(file, nowIso, allMigrations.slice(0, 7));
    assert.ok(old.ok);
    old.value.db.exec(versionSeven);
    old.value.close();
    const opened = openLedger(file, nowIso);
    assert.ok(opened.ok);
    t.after(() => opened.value.close());
    assert.deepEqual(
      query(
        opened.value,
        'SELECT ref, became_confidence AS c, became_reason AS r FROM transactions WHERE became_ref = 1',
      ),
      [{ ref: 4, c: 'certain', r: 'same-id' }],
    );
  });
});
