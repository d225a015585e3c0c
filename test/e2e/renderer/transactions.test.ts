import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright';
import { failed, succeeded } from '#shared/result.ts';
import { usedApp } from '../../support/window/app-states.ts';
import { jobSample } from '../../support/window/job-samples.ts';
import {
  noBrowser,
  raiseWindowStage,
  type WindowPage,
  type WindowStage,
} from '../../support/window/open-window-page.ts';
import { sampleLedger, type SampleLedger } from '../../support/window/sample-ledger.ts';
import { transactionAt } from '../../support/window/transaction-samples.ts';

const rows = 100_000;

describe('the transactions in the window', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  const openAccount = async (): Promise<WindowPage & { readonly ledger: SampleLedger }> => {
    const opened = await stage.open(usedApp);
    const ledger = sampleLedger(rows, 'a1');
    ledger.serve(opened.app);
    // Not looked at here, and long to sum up.
    opened.app.script('transactions.totals', () => succeeded({ totals: [] }));
    await opened.page.getByRole('navigation').getByText('Santander Current Account').click();
    await opened.page
      .getByRole('row', { name: /TESCO STORES 3021/ })
      .first()
      .waitFor();
    return { ...opened, ledger };
  };
  const selectedText = (page: Page) => page.locator('[aria-selected="true"]').textContent();

  test('a hundred thousand rows are there, a screenful of them is drawn', async () => {
    const { page, app } = await openAccount();
    const grid = page.getByRole('grid', { name: 'Transactions of Santander Current Account' });
    assert.equal(await grid.getAttribute('aria-rowcount'), String(rows + 1));
    assert.ok((await page.getByRole('row').count()) < 80);
    assert.ok(app.calls.filter(({ name }) => name === 'transactions.page').length <= 2);
  });

  test('the keys go through it: End shows the oldest row, Home the newest, arrows and pages between', async () => {
    const { page } = await openAccount();
    const grid = page.getByRole('grid');
    await grid.press('End');
    await page.locator(`[aria-rowindex="${rows + 1}"][aria-selected="true"]`).waitFor();
    await page.getByText('100,000 transactions').waitFor();
    await page.locator('[aria-selected="true"] .cell-amount').waitFor();
    assert.match((await selectedText(page)) ?? '', new RegExp(transactionAt(rows - 1).description));
    await grid.press('Home');
    await grid.press('ArrowDown');
    await page.locator('[aria-rowindex="3"][aria-selected="true"]').waitFor();
    assert.match((await selectedText(page)) ?? '', new RegExp(transactionAt(1).description));
    const active = await grid.getAttribute('aria-activedescendant');
    assert.equal(await page.locator('[aria-selected="true"]').getAttribute('id'), active);
    await grid.press('PageDown');
    const jumped = Number(await page.locator('[aria-selected="true"]').getAttribute('aria-rowindex'));
    assert.ok(jumped > 8 && jumped < 30, `row ${jumped}`);
  });

  test('a jump to the middle fetches that page, not all before it', async () => {
    const { page, app } = await openAccount();
    await page.evaluate("void document.querySelector('[role=grid]').scrollTo(0, 50_000 * 36)");
    await page.locator('[aria-rowindex="50002"]').getByText(/\d/).first().waitFor();
    assert.ok(app.calls.filter(({ name }) => name === 'transactions.page').length <= 6);
  });

  test('a million rows are reached to the last, and a wheel in the middle of them moves row by row', async () => {
    const { page, ledger } = await openAccount();
    ledger.grow(1_000_000);
    await page.getByRole('button', { name: 'Activity' }).click();
    await page.getByRole('navigation').getByText('Santander Current Account').click();
    const grid = page.getByRole('grid');
    await grid.press('End');
    await page.locator('[aria-rowindex="1000001"][aria-selected="true"] .cell-amount').waitFor();
    // The end of the scrolling: `act` begins it, by script or by wheel.
    const scrolling = async (act: () => Promise<unknown>): Promise<void> => {
      const rest = page.evaluate(
        "new Promise((rest) => document.querySelector('[role=grid]').addEventListener('scrollend', rest, { once: true }))",
      );
      await act();
      await rest;
    };
    await scrolling(() => page.evaluate("void document.querySelector('[role=grid]').scrollTo(0, 5_000_000)"));
    const middle = page.locator('[aria-rowindex="500033"]');
    await middle.locator('.cell-amount').waitFor();
    await middle.hover();
    const before = (await middle.boundingBox())?.y ?? 0;
    await scrolling(() => page.mouse.wheel(0, 3 * 36));
    assert.equal((await middle.boundingBox())?.y, before - 3 * 36);
  });

  test('pending is said in words, and money in has its plus', async () => {
    const { page } = await openAccount();
    assert.equal(await page.getByText('Pending').count(), 2);
    await page.getByText('+2,450.00').first().waitFor();
    await page.getByText('\u22121.20', { exact: true }).waitFor();
  });

  test('the end of a sync draws the table anew, but never under an open dialog', async () => {
    const { page, app, ledger } = await openAccount();
    ledger.grow(rows + 450);
    await page.getByRole('button', { name: 'Sync chosen days of this account' }).click();
    app.push('sync.ended', jobSample());
    await page.getByText('Sync complete: 450 synced').first().waitFor();
    const pagesAsked = () => app.calls.filter(({ name }) => name === 'transactions.page').length;
    const asked = pagesAsked();
    await page.getByText('Show new transactions').waitFor();
    assert.equal(pagesAsked(), asked);
    await page.getByText('100,000 transactions').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('100,450 transactions').waitFor();
  });

  test('new rows come in above what one reads, and the selected row stays the one it was', async () => {
    const { page, app, ledger } = await openAccount();
    const scrolled = () => page.evaluate("document.querySelector('[role=grid]').scrollTop");
    await page.evaluate("void document.querySelector('[role=grid]').scrollTo(0, 1000 * 36)");
    await page.locator('[aria-rowindex="1010"]').click();
    await page.locator('[aria-rowindex="1010"][aria-selected="true"]').waitFor();
    const before = Number(await scrolled());
    ledger.grow(rows + 450);
    app.push('sync.ended', jobSample());
    await page.locator('[aria-rowindex="1460"][aria-selected="true"] .cell-amount').waitFor();
    // The strip that tells of the end takes some height, which moves nothing.
    assert.equal(Number(await scrolled()), before + 450 * 36);
  });

  test('a ledger that cannot be read says so, and again is one click', async () => {
    const opened = await stage.open(usedApp);
    const { page, app } = opened;
    app.script('transactions.page', () => failed({ kind: 'ledger-busy', path: '/l.sqlite' }));
    await page.getByRole('button', { name: 'All transactions' }).click();
    await page.getByText(/Another program holds the ledger/).waitFor();
    sampleLedger(3).serve(app);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('3 transactions').waitFor();
  });
});
