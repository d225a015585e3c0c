import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { LedgerUpdate } from '#shared/ledger-update.ts';
import { allMigrations } from '../../../../src-worker/ledger/migrations/all-migrations.ts';
import type { Migration } from '../../../../src-worker/ledger/migrations/migration.ts';
import { openLedger } from '../../../../src-worker/ledger/open-ledger.ts';
import { openLedgerReadOnly } from '../../../../src-worker/ledger/open-ledger-read-only.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import {
  accountIn,
  answered,
  nowIso,
  query,
  temporaryFolder,
  temporaryLedger,
} from '../../../support/ledger-fixture.ts';

const known = allMigrations.length;
const next = (sql: string): readonly Migration[] => [...allMigrations, { version: known + 1, sql }];

describe('migrations', () => {
  test('are numbered by their place', () => {
    assert.deepEqual(
      allMigrations.map(({ version }) => version),
      allMigrations.map((_, index) => index + 1),
    );
  });

  for (const { version } of allMigrations) {
    test(`a ledger of version ${version} is brought up to date, a copy kept beside it`, (t) => {
      const file = path.join(temporaryFolder(t), 'passbook.sqlite');
      const old = openLedger(file, nowIso, allMigrations.slice(0, version));
      assert.ok(old.ok);
      old.value.db.exec(
        `INSERT INTO connections VALUES (1, 'c1', 'live', '', '', '', '', '', '', 'active', NULL, NULL, NULL, '', '')`,
      );
      old.value.close();
      const opened = openLedger(file, nowIso);
      assert.ok(opened.ok);
      t.after(() => opened.value.close());
      assert.equal(opened.value.db.pragma('user_version', { simple: true }), known);
      assert.deepEqual(query(opened.value, 'SELECT id FROM connections_v1'), [{ id: 'c1' }]);
      const copies = readdirSync(path.dirname(file)).filter((name) => !/sqlite(-wal|-shm)?$/.test(name));
      assert.deepEqual(
        copies,
        version === known ? [] : [`passbook.sqlite.v${version}-2026-01-20T10-00-00-000Z.bak`],
      );
    });
  }

  test('tell of each step before it is taken, and of the end; a new ledger tells nothing', (t) => {
    const file = path.join(temporaryFolder(t), 'passbook.sqlite');
    const toldOf = (migrations: readonly Migration[]): readonly (LedgerUpdate | null)[] => {
      const told: (LedgerUpdate | null)[] = [];
      try {
        const opened = openLedger(file, nowIso, migrations, (update) => told.push(update));
        if (opened.ok) opened.value.close();
      } catch {
        // A step that cannot be taken is a bug, and so an exception.
      }
      return told;
    };
    assert.deepEqual(toldOf(allMigrations.slice(0, known - 2)), []);
    const copyPath = `${file}.v${known - 2}-2026-01-20T10-00-00-000Z.bak`;
    const at = (step: number) => ({ ledgerPath: file, copyPath, step, steps: 3, isCopying: step === 1 });
    assert.deepEqual(toldOf(allMigrations), [at(1), at(2), at(3), at(4), null]);
    const broken = toldOf(next('CREATE TABLE')).map((update) => update?.step);
    assert.deepEqual(broken, [1, 2, undefined]);
  });

  test('keep every row, and the copy has them too, for its owner only', (t) => {
    const ledger = temporaryLedger(t);
    accountIn(ledger).storeWindow(answered([bankRow(), bankRow()]));
    const opened = openLedger(ledger.path, nowIso, next('ALTER TABLE transactions ADD COLUMN note TEXT'));
    assert.ok(opened.ok);
    t.after(() => opened.value.close());
    assert.equal(query(opened.value, 'SELECT * FROM transactions_v1').length, 2);
    const copy = `${ledger.path}.v${known}-2026-01-20T10-00-00-000Z.bak`;
    assert.equal(statSync(copy).mode & 0o777, 0o600);
    const kept = openLedgerReadOnly(copy);
    assert.ok(kept.ok && kept.value !== null);
    assert.equal(kept.value.db.prepare('SELECT count(*) FROM transactions').pluck().get(), 2);
    kept.value.close();
  });

  test('a step that fails leaves the ledger as it was', (t) => {
    const ledger = temporaryLedger(t);
    const broken = next('CREATE TABLE half_done (x) STRICT');
    assert.throws(() => openLedger(ledger.path, nowIso, broken), /missing datatype/);
    assert.equal(ledger.db.pragma('user_version', { simple: true }), known);
  });

  test('a step that breaks a reference is taken back', (t) => {
    const ledger = temporaryLedger(t);
    accountIn(ledger).storeWindow(answered([bankRow()]));
    assert.throws(() => openLedger(ledger.path, nowIso, next('DELETE FROM accounts')), /foreign key/);
    assert.equal(query(ledger, 'SELECT * FROM accounts').length, 1);
  });

  test('a step may rebuild a table that others refer to', (t) => {
    const ledger = temporaryLedger(t);
    accountIn(ledger).storeWindow(answered([bankRow()]));
    const rebuild = `
      CREATE TABLE jobs_new AS SELECT * FROM jobs;
      DELETE FROM jobs;
      INSERT INTO jobs SELECT * FROM jobs_new;
      DROP TABLE jobs_new`;
    const opened = openLedger(ledger.path, nowIso, next(rebuild));
    assert.ok(opened.ok);
    assert.equal(query(opened.value, 'SELECT * FROM jobs').length, 1);
    opened.value.close();
  });
});
