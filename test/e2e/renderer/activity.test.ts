import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import { usedApp } from '../../support/window/app-states.ts';
import { jobSample } from '../../support/window/job-samples.ts';
import { noBrowser, raiseWindowStage, type WindowStage } from '../../support/window/open-window-page.ts';
import { sampleLedger } from '../../support/window/sample-ledger.ts';
import { receiptSample, timelineSample, undoSample } from '../../support/window/receipt-samples.ts';

describe('a sync and its receipt in the window', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  test('shows page by page what was asked and what came of it, and where the time went, as picture and table', async () => {
    const { page, app, complaints } = await stage.open(usedApp);
    app.script('jobs.list', () => succeeded([jobSample()]));
    app.script('jobs.receipt', () => succeeded(receiptSample));
    app.script('jobs.timeline', () => succeeded(timelineSample));
    app.script('jobs.save-receipt', () => succeeded({ fileName: 'receipt.json' }));
    await page.getByRole('button', { name: 'Activity' }).click();
    await page.locator('.jobs').getByRole('button').first().click();

    const receipt = page.locator('.receipt');
    await receipt.getByRole('row').first().waitFor();
    assert.equal(await receipt.getByRole('row').count(), 1 + 1 + 4 + 1);
    const [, account, refused, window, , pending, together] = await receipt
      .getByRole('row')
      .allTextContents();
    assert.match(account ?? '', /^Santander Current Account446430/);
    assert.match(refused ?? '', /Refused: too old/);
    assert.match(window ?? '', /Booked.*200142130111/s);
    assert.match(pending ?? '', /Pending/);
    assert.match(together ?? '', /44643012423$/);

    const plot = page.getByRole('img', { name: /Where the time went\. 8\.5 s in all, 2 accounts/ });
    await plot.waitFor();
    assert.equal(await plot.locator('rect[class^="timeline-"]:not([class*="hatch"])').count(), 6);
    await page.getByRole('button', { name: 'Show as table: Where the time went' }).click();
    const table = page.getByRole('region', { name: 'Where the time went' }).getByRole('table');
    assert.equal(await table.getByRole('row').count(), 7);
    assert.match(
      (await table.textContent()) ?? '',
      /Waiting: the bank’s rate limit1\.1 s4\.0 s2|Waiting: .+1\.1 s4\.0 s2/,
    );

    await page.getByRole('button', { name: 'Export receipt…' }).click();
    await page.getByText('The receipt is in receipt.json.').waitFor();

    sampleLedger(500).serve(app);
    await page.getByRole('button', { name: 'Show 428 of 430 new transactions' }).click();
    await page.getByRole('heading', { name: 'All transactions', level: 1 }).waitFor();
    await page.getByText('428 transactions', { exact: true }).waitFor();
    const listed = app.calls.findLast(({ name }) => name === 'transactions.page')?.request;
    const { jobId, startedAt } = receiptSample;
    assert.ok(JSON.stringify(listed).includes(JSON.stringify({ cameWith: { jobId, startedAt } })));
    await page.getByRole('button', { name: /^Remove the filter: Came with the sync of .*2026/ }).click();
    await page.getByText('500 transactions', { exact: true }).waitFor();
    assert.equal(await page.getByRole('list', { name: 'Filters' }).count(), 0);
    assert.deepEqual(complaints, []);
  });

  test('takes a sync back only after showing what that does; a failure is told and nothing is done', async () => {
    const { page, app, complaints } = await stage.open(usedApp);
    app.script('jobs.list', () => succeeded([jobSample()]));
    app.script('jobs.receipt', () => succeeded(receiptSample));
    app.script('jobs.undo', ({ apply }) => succeeded({ ...undoSample, isApplied: apply }));
    await page.getByRole('button', { name: 'Activity' }).click();
    await page.locator('.jobs').getByRole('button').first().click();
    await page.getByRole('button', { name: 'Undo this sync…' }).click();

    const dialog = page.getByRole('dialog', { name: 'Take this sync back?' });
    await dialog.getByText('To be taken back: 430 rows that came with it.').waitFor();
    assert.match((await dialog.getByRole('table').textContent()) ?? '', /Put back.*again: −£50\.00/s);
    assert.equal(app.calls.filter(({ name }) => name === 'jobs.undo').length, 1);
    await page.keyboard.press('Escape');
    assert.equal(await dialog.count(), 0);

    await page.getByRole('button', { name: 'Undo this sync…' }).click();
    app.script('jobs.receipt', () => succeeded({ ...receiptSample, undoneAt: '2026-11-23T15:00:00.000Z' }));
    const { promise: isUndone, resolve: undo } = Promise.withResolvers<void>();
    app.script('jobs.undo', async ({ apply }) => {
      await isUndone;
      return succeeded({ ...undoSample, isApplied: apply });
    });
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await dialog.getByText('Taking it back').waitFor();
    await page.keyboard.press('Escape');
    assert.ok(
      await dialog.getByRole('button', { name: 'Leave it' }).isDisabled(),
      'it is not left in the middle',
    );
    undo();
    const done = page.getByRole('dialog', { name: 'Taken back' });
    await done.getByText('Taken back: 430 rows that came with it.').waitFor();
    const wish = app.calls.findLast(({ name }) => name === 'jobs.undo')?.request;
    assert.deepEqual(wish, { jobId: 'job-7', apply: true });
    await done.getByRole('button', { name: 'Close' }).click();
    await page.getByText(/^This sync was taken back on /).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Undo this sync…' }).count(), 0);
    assert.deepEqual(complaints, []);
  });

  test('says why a sync cannot be taken back', async () => {
    const { page, app } = await stage.open(usedApp);
    app.script('jobs.list', () => succeeded([jobSample()]));
    app.script('jobs.undo', () => failed({ kind: 'job-running', jobId: 'job-7' }));
    await page.getByRole('button', { name: 'Activity' }).click();
    await page.locator('.jobs').getByRole('button').first().click();
    await page.getByRole('button', { name: 'Undo this sync…' }).click();
    await page.getByRole('alert').getByText('The sync job-7 is still running.').waitFor();
    assert.ok(await page.getByRole('button', { name: 'Take it back' }).isDisabled());
  });
});
