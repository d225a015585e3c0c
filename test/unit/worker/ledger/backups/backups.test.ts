import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import Database from 'better-sqlite3';
import { backUp } from '../../../../../src-worker/ledger/backups/back-up.ts';
import { checkBackup } from '../../../../../src-worker/ledger/backups/check-backup.ts';
import { listBackups } from '../../../../../src-worker/ledger/backups/list-backups.ts';
import { restoreBackup } from '../../../../../src-worker/ledger/backups/restore-backup.ts';
import { type Ledger, openLedger } from '../../../../../src-worker/ledger/open-ledger.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import {
  accountIn,
  answered,
  nowIso,
  temporaryFolder,
  temporaryLedger,
} from '../../../../support/ledger-fixture.ts';

const at = (day: number): string => `2026-02-${String(day).padStart(2, '0')}T08:00:00.000Z`;
const reason = 'manual';

/** A ledger with so many rows more. */
function ledgerWith(
  t: TestContext,
  rows: number,
): { readonly ledger: Ledger; readonly add: (rows: number) => void } {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger);
  let made = 0;
  const add = (more: number): void => {
    made += more;
    account.storeWindow(
      answered(
        Array.from({ length: made }, (_, at) =>
          bankRow({ normalisedId: `n${at}`, description: `row ${at}` }),
        ),
      ),
    );
  };
  add(rows);
  return { ledger, add };
}

const rowsIn = (file: string): number => {
  const db = new Database(file, { readonly: true });
  try {
    return Number(db.prepare('SELECT count(*) FROM transactions_v1').pluck().get());
  } finally {
    db.close();
  }
};

describe('a copy of the ledger', () => {
  test('is whole, for its owner only, and listed newest first', (t) => {
    const { ledger, add } = ledgerWith(t, 3);
    assert.ok(backUp(ledger, { reason, nowIso: at(1) }).ok);
    add(2);
    const second = backUp(ledger, { reason, nowIso: at(2) });
    assert.ok(second.ok);
    assert.equal(statSync(second.value.path).mode & 0o777, 0o600);
    assert.equal(statSync(path.dirname(second.value.path)).mode & 0o777, 0o700);
    const listed = listBackups(ledger.path);
    assert.deepEqual(
      listed.map(({ madeAt }) => madeAt),
      [at(2), at(1)],
    );
    assert.deepEqual(checkBackup(second.value.path), {
      ok: true,
      value: { problems: [], transactions: 5, newestDay: '2026-01-10', schemaVersion: ledgerVersion(ledger) },
    });
  });

  test('on a schedule is one of seven; those made by hand stay', (t) => {
    const { ledger } = ledgerWith(t, 1);
    backUp(ledger, { reason: 'manual', nowIso: at(1) });
    for (let day = 2; day <= 12; day++) backUp(ledger, { reason: 'scheduled', nowIso: at(day) });
    const listed = listBackups(ledger.path);
    assert.deepEqual(
      listed.map((each) => `${each.reason} ${each.madeAt.slice(8, 10)}`),
      ['12', '11', '10', '09', '08', '07', '06'].map((day) => `scheduled ${day}`).concat('manual 01'),
    );
  });

  test('that a killed process left half written is cleared away', (t) => {
    const { ledger } = ledgerWith(t, 1);
    const first = backUp(ledger, { reason, nowIso: at(1) });
    assert.ok(first.ok);
    const half = `${first.value.path}.999999999.part`;
    writeFileSync(half, 'half');
    backUp(ledger, { reason, nowIso: at(2) });
    assert.equal(existsSync(half), false);
  });

  test('where nothing may be written is a failure with the place', (t) => {
    const { ledger } = ledgerWith(t, 1);
    const out = path.join(temporaryFolder(t), 'not', 'here.sqlite');
    writeFileSync(path.dirname(out), 'a file in the place of the folder');
    assert.deepEqual(backUp(ledger, { reason, nowIso, out }), {
      ok: false,
      failure: { kind: 'output-not-writable', path: out },
    });
  });
});

describe('putting a copy back', () => {
  test('brings its rows, and keeps what was there as a copy of its own', (t) => {
    const { ledger, add } = ledgerWith(t, 3);
    const copy = backUp(ledger, { reason, nowIso: at(1) });
    assert.ok(copy.ok);
    add(4);
    ledger.close();
    const restored = restoreBackup(ledger.path, copy.value.path, at(2));
    assert.ok(restored.ok);
    const [aside, done] = restored.value.steps;
    assert.deepEqual([aside?.kind, done?.kind], ['set-aside', 'restored']);
    assert.equal(rowsIn(ledger.path), 3);
    assert.equal(rowsIn(aside?.kind === 'set-aside' ? aside.path : ''), 7);
    assert.ok(existsSync(copy.value.path));
    const again = openLedger(ledger.path, nowIso);
    assert.ok(again.ok);
    again.value.close();
  });

  test('is refused while anybody has the ledger open, and nothing is changed', (t) => {
    const { ledger, add } = ledgerWith(t, 3);
    const copy = backUp(ledger, { reason, nowIso: at(1) });
    assert.ok(copy.ok);
    add(1);
    assert.deepEqual(restoreBackup(ledger.path, copy.value.path, at(2)), {
      ok: false,
      failure: { kind: 'ledger-busy', path: ledger.path },
    });
    assert.equal(rowsIn(ledger.path), 4);
    add(1);
    assert.equal(rowsIn(ledger.path), 5);
  });

  const bad: readonly (readonly [
    what: string,
    make: (file: string, ledger: Ledger) => void,
    kind: string,
  ])[] = [
    ['a file that is not there', () => undefined, 'backup-missing'],
    [
      'a text',
      (file) =>
        writeFileSync(
          file,
          'not a database at all, but long enough to have a header of its own, as files have it'.repeat(3),
        ),
      'ledger-not-sqlite',
    ],
    ['a folder', (file) => mkdirSync(file), 'ledger-is-folder'],
    ['an empty file', (file) => writeFileSync(file, ''), 'backup-missing'],
    [
      'another program’s database',
      (file) => {
        const db = new Database(file);
        db.exec('CREATE TABLE theirs (x)');
        db.close();
      },
      'ledger-not-passbook',
    ],
    [
      'a copy with a broken page',
      (file, ledger) => {
        backUp(ledger, { reason, nowIso, out: file });
        scribble(file, 3);
      },
      'backup-unusable',
    ],
    ['the ledger itself', (file, ledger) => copyFileSync(ledger.path, file), 'self'],
  ];
  for (const [what, make, kind] of bad) {
    test(`is refused for ${what}, and the ledger stays as it is`, (t) => {
      const { ledger } = ledgerWith(t, 30);
      const file = path.join(temporaryFolder(t), 'copy.sqlite');
      make(file, ledger);
      ledger.close();
      const before = readdirSync(path.dirname(ledger.path));
      const refused = restoreBackup(ledger.path, kind === 'self' ? ledger.path : file, at(2));
      assert.equal(
        refused.ok ? 'restored' : refused.failure.kind,
        kind === 'self' ? 'backup-unusable' : kind,
      );
      assert.deepEqual(readdirSync(path.dirname(ledger.path)), before);
      assert.equal(rowsIn(ledger.path), 30);
    });
  }

  test('in the place of a broken ledger sets that aside, whole', (t) => {
    const { ledger } = ledgerWith(t, 30);
    const copy = backUp(ledger, { reason, nowIso: at(1) });
    assert.ok(copy.ok);
    ledger.close();
    writeFileSync(ledger.path, Buffer.alloc(50_000, 'x'));
    const restored = restoreBackup(ledger.path, copy.value.path, at(2));
    assert.ok(restored.ok);
    const [aside] = restored.value.steps;
    assert.ok(aside?.kind === 'set-aside' && aside.path.includes('damaged-'));
    assert.equal(statSync(aside.path).size, 50_000);
    assert.equal(rowsIn(ledger.path), 30);
  });
});

const ledgerVersion = ({ db }: Ledger): number => Number(db.pragma('user_version', { simple: true }));

/** Overwrites a page of the file, which holds 4096 bytes. */
function scribble(file: string, page: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096, 'z'), 0, 4096, page * 4096);
  closeSync(handle);
}
