import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import { usedApp } from '../../support/window/app-states.ts';
import { exportPreviewSample } from '../../support/window/export-samples.ts';
import { noBrowser, raiseWindowStage, type WindowStage } from '../../support/window/open-window-page.ts';

describe('an export from the window', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  test('shows what the file would hold, asks main to save it, and follows how far it is', async () => {
    const { page, app } = await stage.open(usedApp);
    app.script('export.preview', () => succeeded(exportPreviewSample));
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByText('1,204 transactions').waitFor();
    assert.match((await page.locator('pre').textContent()) ?? '', /^date,amount,currency/);

    await page.getByRole('radio', { name: /OFX/ }).check();
    await page.getByRole('checkbox', { name: 'Santander Current Account' }).check();
    await page.getByLabel('First day').fill('2026-01-01');
    const asked = { format: 'ofx', from: '2026-01-01', accountIds: ['a1'] };
    const saved = Promise.withResolvers<null>();
    app.script('export.save', async () => {
      await saved.promise;
      return succeeded({ fileName: 'Passbook.ofx', rows: 1204, pendingLeftOut: 0 });
    });
    await page.getByRole('button', { name: 'Save as…' }).click();
    await page.getByRole('progressbar', { name: 'Writing' }).waitFor();
    app.push('export.progress', { rows: 700 });
    await page.getByText('700 of 1,204 transactions').waitFor();
    saved.resolve(null);
    await page.getByText('1,204 transactions saved as Passbook.ofx.').waitFor();
    await page.getByRole('button', { name: 'Show the file' }).click();
    const calls = app.calls.filter(({ name }) => name === 'export.preview' || name === 'export.save');
    assert.deepEqual(
      calls.slice(-2).map(({ name, request }) => [name, request]),
      [
        ['export.preview', asked],
        ['export.save', asked],
      ],
    );
    assert.equal(app.calls.at(-1)?.name, 'export.reveal');
  });

  test('says why it cannot be, and asks for nothing while the days are the wrong way round', async () => {
    const { page, app } = await stage.open(usedApp);
    app.script('export.preview', ({ format }) =>
      format === 'ynab'
        ? failed({ kind: 'one-account-only', format, accounts: 3 })
        : succeeded(exportPreviewSample),
    );
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('radio', { name: /YNAB/ }).check();
    await page
      .getByRole('alert')
      .getByText(/holds one account, and this would be 3/)
      .waitFor();
    assert.equal(await page.getByRole('button', { name: 'Save as…' }).isDisabled(), true);
    await page.getByRole('radio', { name: /^CSV/ }).check();
    await page.getByLabel('First day').fill('2026-02-01');
    await page.getByLabel('Last day').fill('2026-01-01');
    await page.getByRole('alert').getByText('The first day is after the last one.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Save as…' }).isDisabled(), true);
    assert.ok(
      app.calls.every(
        ({ request }) => JSON.stringify(request) !== '{"format":"csv","from":"2026-02-01","to":"2026-01-01"}',
      ),
    );
  });
});
