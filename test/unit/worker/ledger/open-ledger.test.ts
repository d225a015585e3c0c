import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { FailureKind } from '#shared/failure.ts';
import { allMigrations } from '../../../../src-worker/ledger/migrations/all-migrations.ts';
import { openLedger } from '../../../../src-worker/ledger/open-ledger.ts';
import { openLedgerReadOnly } from '../../../../src-worker/ledger/open-ledger-read-only.ts';
import { nowIso, temporaryFolder, temporaryLedger } from '../../../support/ledger-fixture.ts';
import { foreignDatabase } from '../../../support/foreign-database.ts';

const mode = (file: string): number => statSync(file).mode & 0o777;

describe('opening a ledger', () => {
  test('makes folder and file for their owner only, whatever the umask', (t) => {
    const umask = process.umask(0);
    t.after(() => process.umask(umask));
    const file = path.join(temporaryFolder(t), 'new', 'passbook.sqlite');
    const opened = openLedger(file, nowIso);
    assert.ok(opened.ok);
    t.after(() => opened.value.close());
    opened.value.db.exec('UPDATE connections SET id = id');
    assert.equal(mode(path.dirname(file)), 0o700);
    for (const name of readdirSync(path.dirname(file)))
      assert.equal(mode(path.join(path.dirname(file), name)), 0o600);
    assert.ok(readdirSync(path.dirname(file)).includes('passbook.sqlite-wal'));
  });

  test('leaves the rights of a folder that was there', (t) => {
    const folder = temporaryFolder(t);
    chmodSync(folder, 0o750);
    const opened = openLedger(path.join(folder, 'passbook.sqlite'), nowIso);
    assert.ok(opened.ok);
    opened.value.close();
    assert.equal(mode(folder), 0o750);
  });

  test('sets what the design asks of SQLite', (t) => {
    const { db } = temporaryLedger(t);
    const pragma = (name: string): unknown => db.pragma(name, { simple: true });
    assert.deepEqual(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma), [
      'wal',
      1,
      1,
      30_000,
    ]);
    const loose = db.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
    );
    assert.deepEqual(loose.all(), []);
  });

  test('takes an empty file as a new ledger', (t) => {
    const file = path.join(temporaryFolder(t), 'touched');
    writeFileSync(file, '');
    const opened = openLedger(file, nowIso);
    assert.ok(opened.ok);
    opened.value.close();
  });

  test('reading never makes one', (t) => {
    const file = path.join(temporaryFolder(t), 'none');
    assert.deepEqual(openLedgerReadOnly(file), { ok: true, value: null });
    assert.deepEqual(readdirSync(path.dirname(file)), []);
  });
});

const unusable: readonly { name: string; kind: FailureKind; make: (folder: string) => string }[] = [
  { name: 'a folder', kind: 'ledger-is-folder', make: (folder) => folder },
  {
    name: 'a path below a file',
    kind: 'ledger-not-writable',
    make: (folder) => {
      writeFileSync(path.join(folder, 'file'), 'x');
      return path.join(folder, 'file', 'passbook.sqlite');
    },
  },
  {
    name: 'a text file',
    kind: 'ledger-not-sqlite',
    make: (folder) => {
      writeFileSync(path.join(folder, 'notes.txt'), 'Dear diary, '.repeat(100));
      return path.join(folder, 'notes.txt');
    },
  },
  {
    name: "another program's database",
    kind: 'ledger-not-passbook',
    make: (folder) => foreignDatabase(path.join(folder, 'other.sqlite'), { wal: false, applicationId: 0 }),
  },
  {
    name: "another program's database in WAL mode",
    kind: 'ledger-not-passbook',
    make: (folder) => foreignDatabase(path.join(folder, 'other.sqlite'), { wal: true, applicationId: 0 }),
  },
  {
    name: "a database with another program's application id",
    kind: 'ledger-not-passbook',
    make: (folder) => foreignDatabase(path.join(folder, 'other.sqlite'), { wal: false, applicationId: 77 }),
  },
];

describe('what is no ledger', () => {
  for (const { name, kind, make } of unusable) {
    test(`${name} is refused and not touched`, (t) => {
      const folder = path.join(temporaryFolder(t), 'folder');
      mkdirSync(folder);
      const file = make(folder);
      const before = snapshot(folder);
      const opened = openLedger(file, nowIso);
      assert.equal(opened.ok ? 'ok' : opened.failure.kind, kind);
      const read = openLedgerReadOnly(file);
      // Where the folder cannot even be, a reader finds no ledger.
      assert.equal(read.ok ? read.value : read.failure.kind, kind === 'ledger-not-writable' ? null : kind);
      assert.deepEqual(snapshot(folder), before);
    });
  }

  test('a place where nothing can be made is refused', (t) => {
    if (process.platform !== 'linux')
      return t.skip('There is no /proc here, so no place nobody can write to');
    const opened = openLedger('/proc/passbook.sqlite', nowIso);
    assert.deepEqual(opened, {
      ok: false,
      failure: { kind: 'ledger-not-writable', path: '/proc/passbook.sqlite' },
    });
  });

  test('a ledger from a newer Passbook is refused as such', (t) => {
    const ledger = temporaryLedger(t);
    ledger.db.pragma('user_version = 99');
    const opened = openLedger(ledger.path, nowIso);
    assert.deepEqual(opened, {
      ok: false,
      failure: { kind: 'ledger-newer', path: ledger.path, found: 99, known: allMigrations.length },
    });
  });
});

/** Every file of the folder with its bytes. */
const snapshot = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]);
