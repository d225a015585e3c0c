import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright';
import type { IpcRequest } from '#shared/ipc/ipc-contract.ts';
import { usedApp } from '../../support/window/app-states.ts';
import {
  noBrowser,
  raiseWindowStage,
  type WindowPage,
  type WindowStage,
} from '../../support/window/open-window-page.ts';
import { sampleLedger } from '../../support/window/sample-ledger.ts';
import { transactionAt } from '../../support/window/transaction-samples.ts';

describe('selecting many transactions', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  const openAll = async (rows = 2000, options?: BrowserContextOptions): Promise<WindowPage> => {
    const opened = await stage.open(usedApp, options);
    sampleLedger(rows).serve(opened.app);
    await opened.page.getByRole('button', { name: 'All transactions' }).click();
    await opened.page.locator('[data-index="0"] .cell-amount').waitFor();
    return opened;
  };
  const line = (page: Page, index: number) => page.locator(`[data-index="${index}"]`);
  const marked = (page: Page) => page.getByRole('toolbar', { name: 'Selected transactions' });
  const ids = (...indexes: readonly number[]) => indexes.map((index) => transactionAt(index).id);

  test('by click, Ctrl, Shift and the box at the left; a plain click leaves the selection alone', async () => {
    const { page } = await openAll();
    await line(page, 2).click();
    assert.equal(await marked(page).count(), 0);
    await line(page, 5).click({ modifiers: ['Control'] });
    await marked(page).getByText('2 selected').waitFor();
    await line(page, 8).click({ modifiers: ['Shift'] });
    await marked(page).getByText('4 selected').waitFor();
    await line(page, 6).locator('.cell-mark').click();
    await marked(page).getByText('3 selected').waitFor();
    assert.deepEqual(
      await page.evaluate(
        `[...document.querySelectorAll('[aria-selected="true"]')].map((line) => line.dataset.index)`,
      ),
      ['5', '7', '8'],
    );
    const pence = [5, 7, 8].reduce((sum, index) => sum + transactionAt(index).amount_minor, 0);
    const sum = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', signDisplay: 'always' });
    await marked(page)
      .getByText(sum.format(pence / 100).replace('-', '\u2212'))
      .waitFor();
    await page.keyboard.press('Escape');
    await marked(page).waitFor({ state: 'detached' });
  });

  test('by Space and Shift with the arrows; Ctrl+A takes all that fit, seen or not', async () => {
    const { page } = await openAll(1200);
    const grid = page.getByRole('grid');
    await grid.press('ArrowDown');
    await grid.press(' ');
    await grid.press('ArrowDown');
    await grid.press('ArrowDown');
    await grid.press(' ');
    await marked(page).getByText('2 selected').waitFor();
    await grid.press('Shift+PageUp');
    await marked(page).getByText('3 selected').waitFor();
    await grid.press('Control+a');
    await marked(page).getByText('1,200 selected').waitFor();
    await line(page, 5).and(page.locator('[aria-selected="true"]')).waitFor();
    await page.getByRole('button', { name: 'Clear the selection' }).click();
    assert.equal(await page.evaluate('document.activeElement.getAttribute("role")'), 'grid');
  });

  test('Ctrl+C puts the selected rows on the clipboard as cells, or the row one is on', async () => {
    const { page, app } = await openAll();
    const copied = () => {
      const written = app.calls.findLast(({ name }) => name === 'clipboard.write');
      assert.ok(written !== undefined);
      return (written.request as IpcRequest<'clipboard.write'>).text;
    };
    await line(page, 7).click();
    await page.keyboard.press('Control+c');
    await page.getByText('1 transaction copied').waitFor();
    const cells = copied()
      .split('\n')
      .map((row) => row.split('\t'));
    assert.deepEqual(cells[0]?.slice(0, 2), ['Date', 'Description']);
    assert.deepEqual(cells[1]?.slice(5, 8), ['2450.00', 'GBP', 'booked']);
    await line(page, 9).click({ modifiers: ['Shift'] });
    await marked(page).getByRole('button', { name: 'Copy' }).click();
    await page.getByText('3 transactions copied').waitFor();
    assert.equal(copied().trimEnd().split('\n').length, 4);
  });

  test('a category for all of them by its first letters or a new one, and back again', async () => {
    const { page, app } = await openAll(2000, { viewport: { width: 1300, height: 720 } });
    const said = () => app.calls.findLast(({ name }) => name === 'transactions.annotate')?.request;
    await line(page, 2).click();
    await line(page, 3).click({ modifiers: ['Shift'] });
    const field = marked(page).getByRole('combobox', { name: 'Set category' });
    await field.fill('groceries');
    await page.getByRole('button', { name: 'Activity' }).focus();
    assert.equal(said(), undefined);
    await field.fill('direct');
    await page.getByRole('option', { name: 'Direct debit' }).waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
    await page.getByText('2 transactions filed under Direct debit.').waitFor();
    assert.deepEqual(said(), { ids: ids(2, 3), change: { own_category: 'DIRECT_DEBIT' } });
    await line(page, 2).getByText('Direct debit').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await line(page, 2).getByText('Purchase').waitFor();
    assert.deepEqual(said(), { ids: ids(2, 3), change: { own_category: null } });
  });

  test('hidden rows leave the table and its totals, and one click brings them back', async () => {
    const { page } = await openAll();
    await line(page, 2).click();
    await line(page, 4).click({ modifiers: ['Shift'] });
    await marked(page).getByRole('button', { name: 'Hide' }).click();
    await page.getByText('3 transactions hidden').waitFor();
    await page.getByText('1,997 transactions', { exact: true }).waitFor();
    assert.equal(await marked(page).count(), 0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2,000 transactions', { exact: true }).waitFor();
  });
});
