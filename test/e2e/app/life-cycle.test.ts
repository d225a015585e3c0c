import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { appArguments, appExecutable } from '../../support/launch-app.ts';
import { eventually } from '../../support/e2e/eventually.ts';
import { readLedger } from '../../support/e2e/read-ledger.ts';
import { noApp, withApp } from '../../support/e2e/with-app.ts';

/** Enough pages that the middle of a sync is long. */
const long = { days: 400, latencyMs: 150 } as const;

describe('the life of the app', { skip: noApp }, () => {
  test('Cancel ends the sync, keeps what is stored and says so; the next one takes up the rest', (t) =>
    withApp(t.name, { demo: long }, async ({ window, desk, ledgerPath, picture }) => {
      await window.connectDemoBank();
      await desk.until(({ progress }) => (progress?.transactionsSynced ?? 0) > 0);
      await window.cancel.click();
      await window.ended(/cancelled/i).waitFor();
      await picture('cancelled');
      const kept = readLedger(ledgerPath);
      assert.equal(kept.jobs[0]?.status, 'cancelled');
      assert.ok(kept.transactions > 0);
      assert.equal((await desk.taskbar()).at(-1), -1);
      assert.deepEqual(await desk.notices(), [], 'nobody is told of what they did themselves');
      await window.sync.click();
      await window.ended(/^Sync complete: /).waitFor();
      assert.equal(readLedger(ledgerPath).booked, 360);
    }));

  test('the window is closed in the middle and opened again: the sync never noticed', (t) =>
    withApp(t.name, { demo: long }, async (app) => {
      await app.window.connectDemoBank();
      const before = await app.desk.until(({ progress }) => (progress?.pagesDone ?? 0) > 1);
      // However long a window takes to close and to open on a busy machine, the sync is not over by then.
      await app.desk.setBankFaults({ kind: 'slow', endpoint: 'transactions', delayMs: 3000 });
      await app.closeWindow();
      assert.equal(await app.desk.windows(), 0);
      await app.desk.until(({ progress }) => (progress?.pagesDone ?? 0) > (before.progress?.pagesDone ?? 0));
      const { window, desk, ledgerPath } = await app.windowOpenedBy(() => app.desk.clickTray('open'));
      await window.bar.waitFor();
      await desk.setBankFaults();
      assert.ok(Number(await window.bar.getAttribute('value')) > 0, 'the new window shows where it stands');
      assert.equal((await desk.state()).progress?.jobId, before.progress?.jobId);
      await window.ended(/^Sync complete: /).waitFor();
      const ledger = readLedger(ledgerPath);
      assert.deepEqual([ledger.jobs.length, ledger.booked], [1, 360]);
    }));

  test('quit in the middle: the app ends in order, and after a start the sync goes on where it stopped', (t) =>
    withApp(t.name, { demo: long }, async (app) => {
      await app.window.connectDemoBank();
      await app.desk.until(({ progress }) => (progress?.transactionsSynced ?? 0) > 0);
      const { window, ledgerPath } = await app.restart();
      const atQuit = readLedger(ledgerPath);
      assert.ok(atQuit.transactions > 0, 'what was stored is there');
      assert.notEqual(atQuit.jobs[0]?.status, 'syncing', 'the first job was brought to an end');
      await window.ended(/^Sync complete: /).waitFor();
      const ledger = readLedger(ledgerPath);
      assert.equal(ledger.booked, 360);
      assert.equal(ledger.jobs.at(-1)?.status, 'completed');
    }));

  test('a second start brings the first window to the front and ends', (t) =>
    withApp(t.name, {}, async ({ window, desk, electronApp, profile }) => {
      await window.demoDoor.waitFor();
      await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
      const second = spawn(appExecutable(), appArguments({ profile }), { stdio: 'ignore' });
      const [code] = (await once(second, 'exit')) as [number | null];
      assert.equal(code, 0);
      // The second has left word before it ends; when the first reads it is its own affair.
      const first = () =>
        electronApp.evaluate(({ BrowserWindow }) => {
          const [shown] = BrowserWindow.getAllWindows();
          return { isMinimised: shown?.isMinimized(), isFocused: shown?.isFocused() };
        });
      await eventually(first, ({ isMinimised, isFocused }) => isMinimised === false && isFocused === true);
      assert.equal(await desk.windows(), 1);
    }));
});
