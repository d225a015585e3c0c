import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright';
import { failed } from '#shared/result.ts';
import { eventually } from '../../support/e2e/eventually.ts';
import { usedApp } from '../../support/window/app-states.ts';
import {
  noBrowser,
  raiseWindowStage,
  type WindowPage,
  type WindowStage,
} from '../../support/window/open-window-page.ts';
import { sampleLedger } from '../../support/window/sample-ledger.ts';
import { transactionAt } from '../../support/window/transaction-samples.ts';

describe('one transaction', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  const openFirst = async (options?: BrowserContextOptions): Promise<WindowPage> => {
    const opened = await stage.open(usedApp, options);
    const { app, page } = opened;
    const ledger = sampleLedger(500);
    ledger.serve(app);
    await page.getByRole('button', { name: 'All transactions' }).click();
    await page.locator('[data-index="2"]').click();
    await page.keyboard.press('Enter');
    await pane(page).getByRole('heading', { name: 'Pret A Manger' }).waitFor();
    await note(page).waitFor();
    return opened;
  };
  const pane = (page: Page) => page.getByRole('complementary', { name: 'Transaction' });
  const note = (page: Page) => page.getByLabel('Note');
  const saidOf = (app: WindowPage['app']) =>
    app.calls.filter(({ name }) => name === 'transactions.annotate').map(({ request }) => request);
  const { id } = transactionAt(2);

  test('opens by Enter, follows the arrows, closes by Escape with the focus where it was', async () => {
    const { page } = await openFirst();
    assert.equal(await page.evaluate('document.activeElement.getAttribute("role")'), 'grid');
    await page.keyboard.press('ArrowDown');
    await pane(page).getByRole('heading', { name: 'Transport for London' }).waitFor();
    await note(page).waitFor();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.ariaLabel'), 'Your category');
    await note(page).focus();
    await page.keyboard.press('Escape');
    await pane(page).waitFor({ state: 'detached' });
    assert.equal(await page.evaluate('document.activeElement.getAttribute("role")'), 'grid');
    await page.locator('[data-index="3"][aria-selected="true"]').waitFor();
  });

  test('tells its history in words and where it is from, and leads to the sync and to the pending row', async () => {
    const { page, app } = await openFirst();
    await pane(page).getByText('The bank changed it: recognised by its normalised id').waitFor();
    await pane(page)
      .getByText(/amount \u2212£\d+\.\d\d \u2192 \u2212£69\.58/)
      .waitFor();
    await pane(page)
      .getByText(/raw page 840, asked for 9\s?\u2013\s?23 Nov 2026/)
      .waitFor();
    await pane(page).getByText('counter_party_preferred_name').waitFor({ state: 'hidden' });
    await pane(page).getByText('Everything else it sent').click();
    await pane(page).getByText('counter_party_preferred_name').waitFor();
    await pane(page).getByRole('button', { name: 'The pending one it was' }).click();
    await pane(page).getByRole('heading', { name: 'Transport for London' }).waitFor();
    assert.deepEqual(app.calls.findLast(({ name }) => name === 'transactions.get')?.request, { id: id - 1 });
    await pane(page)
      .getByRole('button', { name: /the sync of 22 Nov/ })
      .click();
    await page.getByRole('heading', { name: /^Sync/, level: 1 }).waitFor();
    assert.deepEqual(app.calls.findLast(({ name }) => name === 'jobs.get')?.request, { jobId: 'job-6' });
  });

  test('a note saves itself when one goes on, shows in the table, and is not lost when it cannot be saved', async () => {
    const { page, app } = await openFirst();
    await note(page).fill('with Ada');
    await page.locator('[data-index="3"]').click();
    await pane(page).getByRole('heading', { name: 'Transport for London' }).waitFor();
    await page.locator('[data-index="2"]').getByText('has a note').waitFor();
    assert.deepEqual(saidOf(app), [{ ids: [id], change: { note: 'with Ada' } }]);
    assert.equal(await note(page).inputValue(), '');

    const { script } = app;
    script('transactions.annotate', () => failed({ kind: 'ledger-busy', path: '/l' }));
    await note(page).fill('unlucky');
    await note(page).blur();
    await pane(page).getByText('Not saved yet.').waitFor();
    await page.getByRole('button', { name: 'Activity' }).click();
    await page.getByRole('button', { name: 'All transactions' }).click();
    await page.locator('[data-index="3"]').dblclick();
    await pane(page).getByText('Not saved yet.').waitFor();
    assert.equal(await note(page).inputValue(), 'unlucky');
    sampleLedger(500).serve(app);
    await pane(page).getByRole('button', { name: 'Try again' }).click();
    await pane(page).getByText('Saved', { exact: true }).waitFor();
  });

  test('a note goes to the ledger while it is typed, with Ctrl+Enter at once, and before the window goes', async () => {
    const { page, app } = await openFirst();
    const newest = () => app.calls.at(-1);
    await note(page).pressSequentially('with ', { delay: 90 });
    assert.ok(saidOf(app).length > 0, 'without a rest');
    await note(page).pressSequentially('Ada');
    await page.keyboard.press('Control+Enter');
    await pane(page).getByText('Saved', { exact: true }).waitFor();
    assert.deepEqual(newest()?.request, { ids: [id], change: { note: 'with Ada' } });
    const before = saidOf(app).length;
    await note(page).press('!');
    app.push('window.leaving', null);
    await eventually(
      () => Promise.resolve(newest()?.name),
      (name) => name === 'window.left',
    );
    assert.deepEqual(saidOf(app).slice(before), [{ ids: [id], change: { note: 'with Ada!' } }]);
  });

  test('what the ledger does not take stays where it was typed, and every page says so until it does', async () => {
    const { page, app } = await openFirst();
    app.script('transactions.annotate', () => failed({ kind: 'ledger-busy', path: '/l' }));
    const category = pane(page).getByRole('combobox', { name: 'Your category' });
    await category.fill('Lunch & co');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await category.and(page.locator('[aria-invalid="true"]')).waitFor();
    assert.equal(await category.inputValue(), 'Lunch & co');
    await note(page).fill('unlucky');
    await page.getByRole('button', { name: 'Activity' }).click();
    const unsaved = page.getByRole('alert').filter({ hasText: '1 note you wrote is not in the ledger yet' });
    await unsaved.waitFor();
    sampleLedger(500).serve(app);
    await unsaved.getByRole('button', { name: 'Try again' }).click();
    await unsaved.waitFor({ state: 'detached' });
    assert.deepEqual(saidOf(app).at(-1), { ids: [id], change: { note: 'unlucky' } });
  });

  test('the sign can be turned, the row hidden, the category said; the pane stays with its row', async () => {
    const { page, app } = await openFirst();
    await pane(page).getByRole('switch', { name: 'Turn the sign round' }).click();
    await page.locator('[data-index="2"]').getByText('+£69.58').waitFor();
    await pane(page).getByRole('combobox', { name: 'Your category' }).fill('Lunch & co');
    await page.keyboard.press('Enter');
    await page.locator('[data-index="2"]').getByText('Lunch & co').waitFor({ state: 'attached' });
    await pane(page).getByRole('switch', { name: 'Hide' }).click();
    await page.getByText('499 transactions', { exact: true }).waitFor();
    await pane(page).getByRole('heading', { name: 'Pret A Manger' }).waitFor();
    await pane(page).getByRole('switch', { name: 'Hide', checked: true }).click();
    await page.getByText('500 transactions', { exact: true }).waitFor();
    assert.deepEqual(saidOf(app), [
      { ids: [id], change: { is_flipped: true } },
      { ids: [id], change: { own_category: 'Lunch & co' } },
      { ids: [id], change: { is_hidden: true } },
      { ids: [id], change: { is_hidden: false } },
    ]);
  });

  test('in a narrow window it lies over the table, alone, until it is closed', async () => {
    const { page, app } = await stage.open(usedApp, { viewport: { width: 800, height: 640 } });
    sampleLedger(500).serve(app);
    await page.getByRole('button', { name: 'All transactions' }).click();
    await page.locator('[data-index="2"]').dblclick();
    const sheet = page.getByRole('dialog', { name: 'Transaction' });
    await sheet.getByText('Pret A Manger').first().waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    assert.equal(await page.evaluate('document.activeElement.getAttribute("role")'), 'grid');
  });

  test('one that cannot be read says so, and again is one click', async () => {
    const { page, app } = await openFirst();
    app.script('transactions.get', () => failed({ kind: 'ledger-busy', path: '/l' }));
    await page.locator('[data-index="3"]').click();
    await pane(page)
      .getByText(/Another program holds the ledger/)
      .waitFor();
    sampleLedger(500).serve(app);
    await pane(page).getByRole('button', { name: 'Try again' }).click();
    await note(page).waitFor();
  });
});
