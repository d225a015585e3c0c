import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TrayModel } from '../../../src-main/app/tray-model.ts';
import { readLedger } from '../../support/e2e/read-ledger.ts';
import { noApp, withApp } from '../../support/e2e/with-app.ts';

const labels = ({ rows }: TrayModel): readonly string[] =>
  rows.flatMap((row) => (row.kind === 'separator' ? [] : [row.label]));

describe('the tray', { skip: noApp }, () => {
  test('tells the truth from the first start through a sync to its end', (t) =>
    withApp(t.name, { demo: { latencyMs: 60 } }, async ({ window, desk }) => {
      const empty = await desk.tray();
      assert.equal(empty.icon, 'needs-you');
      assert.ok(labels(empty).includes('No bank is connected yet'));
      await window.connectDemoBank();
      const running = await desk.untilTray((tray) =>
        labels(tray).some((label) => /transactions/.test(label)),
      );
      assert.equal(running.icon, 'syncing');
      assert.ok(labels(running).some((label) => label.endsWith(': syncing')));
      assert.ok(labels(running).includes('Cancel sync'));
      const done = await desk.untilTray(({ icon }) => icon === 'fine');
      assert.ok(labels(done).some((label) => /: up to date, synced /.test(label)));
      assert.ok(labels(done).includes('Sync now'));
      assert.equal(done.tooltip, 'Passbook: everything is up to date');
    }));

  test('Sync now works with no window open, new rows are told once, and a click on that leads there', (t) =>
    withApp(t.name, {}, async (app) => {
      await app.window.connectDemoBank();
      await app.window.ended(/^Sync complete: /).waitFor();
      await app.closeWindow();
      const { desk, ledgerPath } = app;
      await desk.clickTray('sync-now');
      await desk.until(
        ({ progress }) => progress === null && readLedger(ledgerPath).jobs[1]?.status === 'completed',
      );
      assert.deepEqual(await desk.notices(), [], 'a sync that found nothing is not worth a word');
      await desk.setBankFaults({ kind: 'late-row', endpoint: 'transactions', accountIndex: 0, rows: 2 });
      await desk.clickTray('sync-now');
      await desk.until(
        ({ progress }) => progress === null && readLedger(ledgerPath).jobs[2]?.status === 'completed',
      );
      const notices = await desk.notices();
      assert.deepEqual(
        notices.map(({ title }) => title),
        ['2 new transactions'],
      );
      const { window } = await app.windowOpenedBy(() => desk.clickNotice(0));
      await window.heading('Santander Current Account').waitFor();
      await window.grid.waitFor();
    }));

  test('a failure is told with the way out, and the icon keeps saying so', (t) =>
    withApp(t.name, {}, async (app) => {
      await app.window.connectDemoBank();
      await app.window.ended(/^Sync complete: /).waitFor();
      await app.closeWindow();
      const { desk } = app;
      await desk.setBankFaults({ kind: 'error', endpoint: 'any', error: 'access_denied' });
      await desk.clickTray('sync-now');
      const tray = await desk.untilTray(({ icon }) => icon === 'needs-you' || icon === 'failed');
      assert.doesNotMatch(tray.tooltip, /up to date/);
      const [notice] = await desk.notices();
      assert.match(notice?.title ?? '', /reconnect needed|sync failed/);
      assert.notEqual(notice?.body, '');
    }));

  test('Pause rests the background syncs for an hour, and Resume ends the rest', (t) =>
    withApp(t.name, {}, async ({ window, desk }) => {
      await window.connectDemoBank();
      await window.ended(/^Sync complete: /).waitFor();
      const planned = await desk.until(({ nextSyncIso }) => nextSyncIso !== null);
      await desk.clickTray('pause-hour');
      const paused = await desk.until(({ settings }) => settings.pausedUntilIso !== null);
      const restMs = Date.parse(paused.settings.pausedUntilIso ?? '') - Date.parse(paused.nowIso);
      assert.ok(Math.abs(restMs - 3_600_000) < 60_000, `${restMs} ms`);
      const tray = await desk.tray();
      assert.equal(tray.icon, 'paused');
      assert.ok(labels(tray).includes('Resume background syncs'));
      await desk.clickTray('resume');
      await desk.untilTray(({ icon }) => icon === 'fine');
      assert.equal((await desk.state()).nextSyncIso, planned.nextSyncIso);
    }));
});
