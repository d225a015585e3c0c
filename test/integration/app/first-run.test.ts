import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { newestFirst } from '#shared/transaction-list.ts';
import { type AppStage, withAppStage } from '../../support/desktop/app-stage.ts';
import { parseOfx } from '../../support/ofx-reader.ts';

const small = { accounts: 2, cards: 1, transactions: 120, days: 60, latencyMs: 0 };

describe('the desktop app without a desktop', () => {
  test('first run: nothing connected; one click on the demo bank; synced, and the numbers are the ledger’s', () =>
    withAppStage(small, async ({ core, desktop, until }) => {
      assert.deepEqual(core.state().connections, []);
      assert.equal(core.state().progress, null);
      assert.deepEqual(await core.calls['connect.demo'](null), { ok: true, value: null });
      const connected = await until(
        ({ connect }) => connect.kind === 'connected' || connect.kind === 'failed',
      );
      assert.equal(connected.connect.kind, 'connected');
      const done = await until(({ progress, accounts }) => progress === null && accounts.length === 3);
      const [connection] = done.connections;
      assert.equal(connection?.health, 'fine');
      assert.notEqual(connection?.lastSyncedAt, null);
      const [job] = desktop.pushed('sync.ended');
      assert.equal(job?.status, 'completed');
      const page = await core.calls['transactions.page']({
        filter: {},
        sort: newestFirst,
        offset: 0,
        limit: 50,
      });
      assert.ok(page.ok);
      assert.equal(page.value.rows.length, 50);
      assert.equal(page.value.total, job?.transactionsSynced);
      assert.equal(desktop.pushed('sync.progress').at(-1)?.status, 'completed');
    }));

  test('after a restart the demo bank is there again, and a sync finds nothing new', () =>
    withAppStage(small, async ({ core, until, restart }) => {
      await core.calls['connect.demo'](null);
      await until(({ progress, accounts }) => progress === null && accounts.length === 3);
      const again = await restart();
      assert.equal(again.core.state().connections[0]?.health, 'fine');
      const started = await again.core.calls['sync.start']({});
      assert.ok(started.ok);
      await again.until(({ progress }) => progress === null);
      const job = again.desktop.pushed('sync.ended').at(-1);
      assert.equal(job?.status, 'completed');
      assert.equal(job?.transactionsSynced, 0);
      await exportsAll(again);
      await movesTheLedger(again);
    }));

  test('a sync that quitting cut short goes on at the next start', () =>
    withAppStage(
      { ...small, transactions: 3000, days: 700, latencyMs: 60 },
      async ({ core, until, restart }) => {
        await core.calls['connect.demo'](null);
        await until(({ progress }) => (progress?.pagesDone ?? 0) > 0);
        const again = await restart();
        assert.equal(again.core.state().progress?.status, 'syncing');
        await again.until(({ progress }) => progress === null);
        assert.equal(again.desktop.pushed('sync.ended').at(-1)?.status, 'completed');
        const page = await again.core.calls['transactions.page']({
          filter: {},
          sort: newestFirst,
          offset: 0,
          limit: 1,
        });
        assert.ok(page.ok);
        assert.ok(page.value.total >= 9000, String(page.value.total));
      },
    ));
});

/** Saves everything as OFX where the user says, and reads it with a reader that is not ours. */
async function exportsAll({ core, desktop, deps }: AppStage): Promise<void> {
  const save = core.calls['export.save'];
  assert.deepEqual(await save({ format: 'ofx' }), { ok: true, value: null });
  assert.equal((await core.calls['export.reveal'](null)).ok, false);
  const file = `${deps.ledgerPaths.real}.ofx`;
  desktop.choose(file);
  const saved = await save({ format: 'ofx' });
  assert.ok(saved.ok && saved.value !== null);
  const statements = parseOfx(readFileSync(file, 'utf8'));
  const rows = statements.flatMap(({ BANKTRANLIST }) => BANKTRANLIST.STMTTRN);
  assert.deepEqual([statements.length, rows.length], [3, saved.value.rows]);
  assert.ok(rows.length > 0);
  await core.calls['export.reveal'](null);
  assert.deepEqual(desktop.revealed, [file]);
}

/** Into another folder and on from there, also after a restart; a place that is taken is refused. */
async function movesTheLedger({ core, desktop, deps, restart }: AppStage): Promise<void> {
  const from = deps.ledgerPaths.real;
  const folder = join(dirname(from), 'elsewhere');
  const totalNow = async (at: AppStage['core']): Promise<number> => {
    const page = await at.calls['transactions.page']({ filter: {}, sort: newestFirst, offset: 0, limit: 1 });
    return page.ok ? page.value.total : -1;
  };
  const before = await totalNow(core);
  assert.ok((await core.calls['backups.make'](null)).ok);
  desktop.choose(folder);
  const moved = await core.calls['ledger.move'](null);
  const to = join(folder, basename(from));
  assert.deepEqual(moved, { ok: true, value: { ledgerPath: to } });
  assert.equal(core.state().ledgerPath, to);
  assert.equal(existsSync(from), false);
  assert.equal(await totalNow(core), before);
  const copies = await core.calls['backups.list'](null);
  assert.deepEqual(copies.ok && copies.value.map(({ reason }) => reason), ['manual']);
  const again = await core.calls['ledger.move'](null);
  assert.equal(again.ok ? '' : again.failure.kind, 'file-in-the-way');
  const later = await restart();
  assert.equal(later.core.state().ledgerPath, to);
  assert.equal(await totalNow(later.core), before);
}
