import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import { usedApp } from '../../support/window/app-states.ts';
import { backupCheckSample, backupSamples as copies } from '../../support/window/backup-samples.ts';
import { noBrowser, raiseWindowStage, type WindowStage } from '../../support/window/open-window-page.ts';

const steps = [
  { kind: 'set-aside', path: '/home/ada/x.sqlite' },
  { kind: 'restored', from: '/home/ada/y.sqlite', transactions: 450 },
] as const;

describe('copies of the ledger in the window', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  test('one is made, looked into, and put back; what was done is said, and everything is asked anew', async () => {
    const { page, app } = await stage.open(usedApp);
    app.script('backups.list', () => succeeded(copies));
    app.script('backups.make', () => succeeded(copies[0] ?? assert.fail()));
    app.script('backups.check', () => succeeded(backupCheckSample));
    app.script('backups.restore', () => succeeded({ steps }));
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Copy now' }).click();
    await page.getByLabel('Copy by itself').selectOption('Every day');
    assert.equal(await page.getByRole('button', { name: /^Put back the copy/ }).count(), 1);
    await page.getByRole('button', { name: /^Put back the copy of/ }).click();
    await page.getByText('It is whole and holds 450 transactions').waitFor();
    await page.getByRole('button', { name: 'Put it back' }).click();
    await page.getByText('/home/ada/x.sqlite').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    const names = app.calls.map(({ name }) => name);
    assert.ok(names.lastIndexOf('app.state') > names.indexOf('backups.restore'));
    const changes = app.calls.filter(({ name }) => name === 'settings.change').map(({ request }) => request);
    assert.deepEqual(changes, [{ backUpEveryDays: 1 }]);
  });

  test('a copy that is not whole cannot be put back', async () => {
    const { page, app } = await stage.open(usedApp);
    app.script('backups.list', () => succeeded(copies));
    app.script('backups.check', () =>
      succeeded({ problems: ['wrong # of entries'], transactions: 0, newestDay: null, schemaVersion: 15 }),
    );
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: /^Put back the copy of/ }).click();
    await page.getByText('This copy is not whole').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Put it back' }).isDisabled(), true);
  });

  test('a damaged ledger gets a page of its own with both ways out', async () => {
    const { page, app } = await stage.open(usedApp);
    app.script('sync.start', () => failed({ kind: 'ledger-damaged', path: '/home/ada/ledger.sqlite' }));
    app.script('backups.list', () => succeeded(copies));
    app.script('ledger.recover', () => succeeded({ steps: [{ kind: 'salvaged', rows: 12_000, lost: 2 }] }));
    await page.getByRole('button', { name: 'Sync', exact: true }).click();
    await page.getByRole('heading', { name: 'The ledger cannot be read' }).waitFor();
    await page.getByText(/ledger\.sqlite is damaged/).waitFor();
    await page.getByRole('button', { name: 'Save what can be read' }).click();
    await page.getByText(/12,000 rows of it could be read.*2 stretches could not/).waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
  });
});
