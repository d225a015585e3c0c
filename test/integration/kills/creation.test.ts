import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { openLedger } from '../../../src-worker/ledger/open-ledger.ts';
import { allMigrations } from '../../../src-worker/ledger/migrations/all-migrations.ts';
import { nowIso, temporaryFolder } from '../../support/ledger-fixture.ts';
import { followChild } from '../../support/sync-child.ts';
import { lookAtLedger } from '../../support/whole-ledger.ts';

const script = join(import.meta.dirname, '../../support/run-creating-child.ts');
const kills = 12;
const newest = allMigrations.at(-1)?.version ?? 0;

/** Kills a process that does nothing but make ledgers, a random while after its first. @returns their paths. */
async function killMaker(folder: string, older: readonly string[]): Promise<readonly string[]> {
  const child = followChild(
    spawn(process.execPath, [script, folder, ...older], { stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  if ((await child.told('ready')) === null) assert.fail((await child.ended).err);
  await delay(5 + Math.random() * 100);
  assert.ok(await child.kill());
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(folder, name));
}

/** What a user's next run does with it. */
function openAgain(ledgerPath: string): void {
  const opened = openLedger(ledgerPath, nowIso);
  assert.ok(opened.ok, `${ledgerPath} ${JSON.stringify(opened)}`);
  opened.value.close();
  const { integrity, version } = lookAtLedger(ledgerPath);
  assert.deepEqual([integrity, version], [['ok'], newest]);
  assert.equal(statSync(ledgerPath).mode & 0o777, 0o600);
}

/** A ledger of the last version but `back`, with two jobs in it that must still be there. */
function makeOlderLedger(t: TestContext, back: number): string {
  const ledgerPath = join(temporaryFolder(t), 'older.sqlite');
  const opened = openLedger(ledgerPath, nowIso, allMigrations.slice(0, -back));
  assert.ok(opened.ok);
  const insert = opened.value.db.prepare(
    `INSERT INTO jobs (id, requested_by, attended, status, owner_host, owner_pid, heartbeat_at, started_at, finished_at)
     VALUES (?, 'user', 1, 'completed', 'here', 1, ?, ?, ?)`,
  );
  for (const id of ['one', 'two']) insert.run(id, nowIso, nowIso, nowIso);
  opened.value.close();
  return ledgerPath;
}

describe('a process killed with kill -9', () => {
  test('while it makes a ledger leaves a file that the next run finishes', async (t) => {
    let ledgers = 0;
    for (let round = 0; round < kills; round += 1) {
      const made = await killMaker(temporaryFolder(t), []);
      for (const ledgerPath of made) openAgain(ledgerPath);
      ledgers += made.length;
    }
    assert.ok(ledgers >= kills / 2, `only ${String(ledgers)} ledgers were begun`);
  });

  test('while it brings a ledger up to date leaves it whole, and every copy kept is whole', async (t) => {
    const older = makeOlderLedger(t, Math.min(3, newest - 1));
    let copies = 0;
    for (let round = 0; round < kills; round += 1) {
      const folder = temporaryFolder(t);
      for (const ledgerPath of await killMaker(folder, [older])) {
        // The maker's own copying may have been cut; that is no ledger of ours.
        if (statSync(ledgerPath).size < statSync(older).size) copyFileSync(older, ledgerPath);
        openAgain(ledgerPath);
        assert.equal(lookAtLedger(ledgerPath).jobs.length, 2);
      }
      for (const name of readdirSync(folder)) {
        if (!name.endsWith('.bak')) continue;
        const db = new Database(join(folder, name), { readonly: true });
        assert.deepEqual(db.pragma('integrity_check'), [{ integrity_check: 'ok' }]);
        assert.equal(db.prepare('SELECT count(*) FROM jobs').pluck().get(), 2);
        db.close();
        copies += 1;
      }
    }
    assert.ok(copies > 0, 'no copy was kept');
  });
});
