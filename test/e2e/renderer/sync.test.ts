import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import { sampleNowIso, usedApp } from '../../support/window/app-states.ts';
import { jobSample, mixedJob, progressSample } from '../../support/window/job-samples.ts';
import { noBrowser, raiseWindowStage, type WindowStage } from '../../support/window/open-window-page.ts';

const inSeconds = (seconds: number): string =>
  new Date(Date.parse(sampleNowIso) + seconds * 1000).toISOString();

describe('a sync in the window', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  test('one click asks for everything; the bar moves, never back, and the numbers are those told', async () => {
    const { page, app } = await stage.open(usedApp);
    app.script('sync.start', () => succeeded({ jobId: 'job-7' }));
    await page.getByRole('button', { name: 'Sync', exact: true }).click();
    assert.deepEqual(app.calls.at(-1), { name: 'sync.start', request: {} });

    const bar = page.getByRole('progressbar', { name: 'Sync progress' });
    app.push('sync.progress', progressSample({ totalAccounts: 0, pagesDone: 0, pagesPlanned: 0 }));
    await page.getByText('Asking the bank for your accounts').waitFor();
    assert.equal(await bar.getAttribute('value'), null);
    const seen: number[] = [];
    for (const [pagesDone, pagesPlanned] of [
      [2, 20],
      [10, 20],
      [11, 40],
      [36, 40],
    ] as const) {
      app.push('sync.progress', progressSample({ pagesDone, pagesPlanned }));
      await page.getByText(`${pagesDone} of ~${pagesPlanned}`).waitFor();
      seen.push(Number(await bar.getAttribute('value')));
    }
    assert.deepEqual(seen, [0.1, 0.5, 0.5, 0.9]);
    await page.getByText('Syncing Santander Current Account (1/3 accounts) - 450 transactions').waitFor();
    await page.getByText('1,830').waitFor();
    await page.getByText('about 14 s').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(app.calls.at(-1)?.name, 'sync.cancel');
  });

  test('a wait and the minutes of old history count down by the clock of the app', async () => {
    const { page, app } = await stage.open(usedApp);
    await page.clock.install();
    app.push('sync.progress', progressSample({ waiting: { cause: 'rate-limit', untilIso: inSeconds(90) } }));
    const wait = page.getByText(/The bank asks for a pause \(429\)/);
    await wait.waitFor();
    const first = /\d:\d\d$/.exec((await wait.textContent()) ?? '')?.[0] ?? '';
    await page.clock.runFor(30_000);
    const later = /\d:\d\d$/.exec((await wait.textContent()) ?? '')?.[0] ?? '';
    assert.match(first, /^1:/);
    assert.match(later, /^[01]:/);
    assert.ok(later < first, `${later} comes after ${first}`);
    app.push('sync.progress', progressSample({ historyWindow: { endsIso: inSeconds(240) } }));
    const clock = page.getByRole('timer', { name: /Old history/ });
    assert.match((await clock.textContent()) ?? '', /^Old history open for another [0-4]:\d\d$/);
    await page.clock.runFor(300_000);
    await clock.waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('the end stays until dismissed, and leads to its receipt with the bottleneck named', async () => {
    const { page, app } = await stage.open(usedApp);
    app.push('sync.progress', progressSample());
    app.push('sync.ended', jobSample());
    await page.getByRole('button', { name: 'Summary' }).click();
    await page.getByRole('heading', { name: 'Performance summary' }).waitFor();
    await page.getByText("The bottleneck was the bank's API").waitFor();
    assert.equal(
      await page.getByRole('status').first().textContent(),
      'Sync complete: 450 synced, 12 duplicates, 0 errors.',
    );
    await page.getByRole('button', { name: 'Dismiss' }).click();
    assert.equal(await page.getByRole('button', { name: 'Summary' }).count(), 0);
  });

  test('each account that did not finish has its sentence and its way out', async () => {
    const { page, app } = await stage.open(usedApp);
    app.push('sync.ended', mixedJob);
    await page.getByRole('button', { name: 'What to do' }).click();
    await page.getByText(/Try again after 16:05/).waitFor();
    await page.getByText(/The bank no longer accepts this connection\. Reconnect to give/).waitFor();
    assert.equal(await page.getByText(/passbook connect/).count(), 0);
    await page.getByRole('button', { name: 'Reconnect', exact: true }).click();
    assert.deepEqual(app.calls.at(-1), { name: 'connection.reconnect', request: { connectionId: 'c2' } });
  });

  test('one bank, one account, and chosen days can be synced alone', async () => {
    const { page, app } = await stage.open(usedApp);
    await page.getByRole('button', { name: 'Sync Santander', exact: true }).click();
    assert.deepEqual(app.calls.at(-1)?.request, { connectionId: 'c1' });
    await page.getByRole('button', { name: 'Sync Everyday Saver' }).click();
    assert.deepEqual(app.calls.at(-1)?.request, { accountId: 'a2' });

    const open = page.getByRole('button', { name: 'Sync chosen days' });
    await open.click();
    await page.getByLabel('First day').fill('2026-11-20');
    await page.getByLabel('Last day').fill('2026-11-01');
    await page.getByRole('button', { name: 'Sync these days' }).click();
    await page.getByText('The first day is after the last.').waitFor();
    await page.getByLabel('First day').fill('2026-10-01');
    await page.getByRole('button', { name: 'Sync these days' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.deepEqual(app.calls.at(-1)?.request, { from: '2026-10-01', to: '2026-11-01' });
  });

  test('Escape closes the dialog and gives the focus back', async () => {
    const { page } = await stage.open(usedApp);
    await page.getByRole('button', { name: 'Sync chosen days' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(
      await page.evaluate('document.activeElement.getAttribute("aria-label")'),
      'Sync chosen days',
    );
  });

  test('the keyboard keeps its place when a sync begins, and when its strip goes', async () => {
    const { page, app } = await stage.open(usedApp);
    const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label")');
    await page.getByRole('button', { name: 'Sync Everyday Saver' }).press('Enter');
    app.push('sync.progress', progressSample());
    await page.getByRole('progressbar').waitFor();
    assert.equal(await focused(), 'Sync Everyday Saver');
    await page.keyboard.press('Enter');
    assert.equal(app.calls.filter(({ name }) => name === 'sync.start').length, 1);
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    app.push('sync.ended', jobSample({ status: 'cancelled' }));
    await page.locator('main:focus').waitFor();
  });

  test('a click that does nothing says why', async () => {
    const { page, app } = await stage.open(usedApp);
    app.script('sync.start', () => failed({ kind: 'nothing-connected' }));
    await page.getByRole('button', { name: 'Sync', exact: true }).click();
    await page.getByText('No bank is connected to this ledger yet.').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  test('a window opened in the middle shows where it stands; a place asked for is opened', async () => {
    const { page, app } = await stage.open({ ...usedApp, progress: progressSample() });
    await page.getByText(/Syncing Santander Current Account/).waitFor();
    app.push('place.open', { kind: 'settings' });
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  });
});
