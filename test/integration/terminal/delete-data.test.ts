import assert from 'node:assert/strict';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { openLedger } from '../../../src-worker/ledger/open-ledger.ts';
import { bankRow } from '../../support/bank-rows.ts';
import { accountIn, answered, nowIso, temporaryFolder } from '../../support/ledger-fixture.ts';
import { runPassbook } from '../../support/terminal/run-passbook.ts';

test('the terminal keeps a copy of the ledger before it deletes the data of a bank, or deletes nothing', async (t) => {
  const home = temporaryFolder(t);
  const ledger = join(home, 'ledger.sqlite');
  const made = openLedger(ledger, nowIso);
  assert.ok(made.ok);
  accountIn(made.value).storeWindow(answered([bankRow({ normalisedId: '1' })]));
  made.value.close();
  const rowsIn = (path: string): unknown => {
    const db = new Database(path, { readonly: true });
    try {
      return db.prepare('SELECT count(*) FROM transactions').pluck().get();
    } finally {
      db.close();
    }
  };
  const forget = () =>
    runPassbook(['disconnect', 'c1', '--delete-data', '--yes', '--json', '--ledger', ledger], { home });

  const inTheWay = `${ledger}.backups`;
  writeFileSync(inTheWay, 'a file where the folder of copies should be');
  const refused = await forget();
  assert.equal(refused.code, 1, refused.out + refused.err);
  assert.match(refused.err, /nothing was deleted and nothing disconnected/);
  assert.equal(rowsIn(ledger), 1);

  rmSync(inTheWay);
  const done = await forget();
  assert.equal(done.code, 0, done.out + done.err);
  const { deletedTransactions, backup } = JSON.parse(done.out) as {
    readonly deletedTransactions: number;
    readonly backup: { readonly path: string; readonly bytes: number };
  };
  assert.deepEqual([deletedTransactions, rowsIn(ledger), rowsIn(backup.path)], [1, 0, 1]);
  assert.match(backup.path, /ledger\.sqlite\.backups\/before-forget-[^/]*\.sqlite$/);
  assert.equal(statSync(backup.path).size, backup.bytes);
  assert.ok(done.err.includes(backup.path));
});
