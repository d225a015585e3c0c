import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Forgotten } from '#shared/ipc/connection-data-calls.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { eventually } from '../../support/e2e/eventually.ts';
import { usedApp } from '../../support/window/app-states.ts';
import { forgottenSample } from '../../support/window/connection-data-samples.ts';
import { credentialsSample } from '../../support/window/credentials-samples.ts';
import { noBrowser, raiseWindowStage, type WindowStage } from '../../support/window/open-window-page.ts';

describe('the settings', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  test('change how a sync goes, replace a secret that never stays in the page, move the ledger, show a report', async () => {
    const { page, app } = await stage.open(usedApp);
    app.script('credentials.list', () => succeeded(credentialsSample));
    app.script('diagnostics.preview', () => succeeded({ text: '{"passbook":"0.1.0"}' }));
    app.script('diagnostics.save', () => succeeded({ fileName: 'report.json' }));
    app.script('ledger.move', () => succeeded({ ledgerPath: '/mnt/safe/ledger.sqlite' }));
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Ask again for the last').selectOption('30 days');
    await page.getByRole('switch', { name: 'Pending transactions' }).click();

    await page.getByRole('button', { name: 'Replace the secret…' }).first().click();
    await page.getByLabel('New client secret').fill('tlcs_new-secret-value');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal((await page.content()).includes('tlcs_new-secret-value'), false);

    await page.getByRole('button', { name: 'Move the ledger…' }).click();
    await page.getByText('The ledger is now at /mnt/safe/ledger.sqlite.').waitFor();

    await page.getByRole('button', { name: 'Show the report…' }).click();
    await page.getByText('{"passbook":"0.1.0"}').waitFor();
    await page.getByRole('button', { name: 'Save as…' }).click();
    await page.getByText('Saved as report.json.').waitFor();

    const asked = app.calls.filter(({ name }) => /^(settings|credentials\.replace|ledger\.move)/.test(name));
    assert.deepEqual(
      asked.map(({ name, request }) => [name, request]),
      [
        ['settings.change', { lookBackDays: 30 }],
        ['settings.change', { withPending: false }],
        [
          'credentials.replace',
          { environment: 'live', clientId: 'ada-4f2a', clientSecret: 'tlcs_new-secret-value' },
        ],
        ['ledger.move', null],
      ],
    );
    await page.context().close();
  });

  test('show what is left of several secrets that are forgotten at once, however late each goes', async () => {
    const { page, app } = await stage.open(usedApp);
    const clients = credentialsSample.map((each) => ({ ...each, hasSecret: true }));
    const left = new Set(clients.map(({ clientId }) => clientId));
    const erased = new Map(clients.map(({ clientId }) => [clientId, Promise.withResolvers<void>()]));
    app.script('credentials.list', () =>
      succeeded(clients.map((each) => ({ ...each, hasSecret: left.has(each.clientId) }))),
    );
    app.script('credentials.forget', async ({ clientId }) => {
      await erased.get(clientId)?.promise;
      left.delete(clientId);
      return succeeded(null);
    });
    await page.getByRole('button', { name: 'Settings' }).click();
    const forget = page.getByRole('button', { name: 'Forget the secret' });
    await forget.first().click();
    await forget.last().click();
    for (const [clientId, { resolve }] of erased) {
      resolve();
      await forget.nth(clients.length - 1).waitFor({ state: 'detached' });
      if (left.size === 0) await forget.first().waitFor({ state: 'detached' });
      assert.ok(!left.has(clientId));
    }
    await page.context().close();
  });

  test('leave pending rows out of the list for who wants none', async () => {
    const { page, app } = await stage.open({
      ...usedApp,
      settings: { ...usedApp.settings, withPending: false },
    });
    await page.getByRole('button', { name: 'All transactions' }).click();
    await page.locator('.empty').first().waitFor();
    const asked = app.calls.find(({ name }) => name === 'transactions.page')?.request;
    assert.deepEqual(asked, {
      filter: { status: 'booked' },
      sort: { by: 'date', order: 'descending' },
      offset: 0,
      limit: 100,
    });
    await page.context().close();
  });

  test('keep what was typed when it could not be stored, and store it when the page or the window is left', async () => {
    const { page, app } = await stage.open(usedApp);
    app.script('credentials.list', () => succeeded(credentialsSample));
    app.script('credentials.replace', () => failed({ kind: 'keychain-unavailable', detail: 'locked' }));
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Replace the secret…' }).first().click();
    await page.getByLabel('New client secret').fill('tlcs_new-secret-value');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('alert').waitFor();
    assert.equal(await page.getByLabel('New client secret').inputValue(), 'tlcs_new-secret-value');
    await page.keyboard.press('Escape');
    const address = page.getByLabel('Your internet address');
    const said = (): unknown => app.calls.findLast(({ name }) => name === 'settings.change')?.request;
    const pressed = app.calls.length;
    await address.pressSequentially('192.0.2.7');
    assert.equal(app.calls.length, pressed);
    app.push('place.open', { kind: 'overview' });
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
    assert.deepEqual(said(), { psuIp: '192.0.2.7' }, 'its page was left without a blur');
    await page.getByRole('button', { name: 'Settings' }).click();
    await address.fill('192.0.2.8');
    app.push('window.leaving', null);
    await eventually(
      () => Promise.resolve(app.calls.at(-1)?.name),
      (name) => name === 'window.left',
    );
    assert.deepEqual(said(), { psuIp: '192.0.2.8' });
    await page.context().close();
  });

  test('delete what a bank has in the ledger once its name is typed, and say what was deleted', async () => {
    const { page, app } = await stage.open(usedApp);
    const answer = Promise.withResolvers<Result<Forgotten>>();
    app.script('connection.forget', () => failed({ kind: 'disk-full', path: '/l.backups' }));
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Delete the data of Santander' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText('12,480 transactions, 37 of them not in the totals any more, from 4 Feb 2019 to 22 Nov 2026')
      .waitFor();
    await dialog.getByText('what you said about 12 of them').waitFor();
    await dialog.getByText('318 answers of the bank as received (2.4 MB)').waitFor();
    const confirm = dialog.getByRole('button', { name: 'Delete it all' });
    await dialog.getByLabel('Type “Santander” to go on').fill('santander');
    assert.equal(await confirm.isDisabled(), true);
    await dialog.getByLabel('Type “Santander” to go on').fill('Santander');
    await confirm.click();
    await dialog.getByRole('alert').waitFor();

    app.script('connection.forget', () => answer.promise);
    await confirm.click();
    app.push('connection.forgetting', { step: 'deleting' });
    await dialog.getByText('Deleting the data (3 of 3)').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await confirm.isDisabled(), true, 'what has begun is not left in the middle');
    app.change({ connections: [], accounts: [] });
    answer.resolve(succeeded(forgottenSample));
    await dialog.getByText('12,480 transactions are gone from the ledger.').waitFor();
    await dialog.getByText('The bank could not be told').waitFor();
    await dialog.getByRole('button', { name: 'Show the copy' }).click();
    assert.deepEqual(app.calls.at(-1)?.request, { fileName: forgottenSample.backup.fileName });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByText('No bank is connected.').waitFor();
    assert.deepEqual(app.calls.find(({ name }) => name === 'connection.forget')?.request, {
      connectionId: 'c1',
      typedName: 'Santander',
    });
    await page.context().close();
  });

  test('say why the ledger could not be moved', async () => {
    const { page, app } = await stage.open(usedApp);
    app.script('ledger.move', () => failed({ kind: 'file-in-the-way', path: '/mnt/safe/ledger.sqlite' }));
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Move the ledger…' }).click();
    await page.getByText(/There is a file at \/mnt\/safe\/ledger\.sqlite already/).waitFor();
    await page.context().close();
  });
});
