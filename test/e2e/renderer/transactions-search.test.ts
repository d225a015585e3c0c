import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { succeeded } from '#shared/result.ts';
import { newestFirst } from '#shared/transaction-list.ts';
import { usedApp } from '../../support/window/app-states.ts';
import {
  noBrowser,
  raiseWindowStage,
  type WindowPage,
  type WindowStage,
} from '../../support/window/open-window-page.ts';
import { sampleLedger, type SampleLedger } from '../../support/window/sample-ledger.ts';

describe('searching, filtering and sorting', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  const openAll = async (): Promise<WindowPage & { readonly ledger: SampleLedger }> => {
    const opened = await stage.open(usedApp);
    const ledger = sampleLedger(2000);
    ledger.serve(opened.app);
    await opened.page.getByRole('button', { name: 'All transactions' }).click();
    await opened.page.getByText('2,000 transactions').waitFor();
    return { ...opened, ledger };
  };

  test('as one types the newest answer wins, however late an older one comes, and the table never blinks', async () => {
    const { page, app, ledger } = await openAll();
    const late = Promise.withResolvers<void>();
    app.script('transactions.page', async (request) => {
      if (request.filter.search === 'te') await late.promise;
      return succeeded(ledger.page(request));
    });
    await page.evaluate(`window.gridHere = document.querySelector('[role=grid]')`);
    await page.keyboard.press('/');
    await page.keyboard.type('te');
    while (!app.calls.some(({ request }) => JSON.stringify(request).includes('"search":"te"')))
      await page.locator('[role=grid]').waitFor();
    await page.keyboard.type('sco');
    const { total } = ledger.page({ filter: { search: 'tesco' }, sort: newestFirst, offset: 0, limit: 1 });
    await page.getByText(`${total} transactions`, { exact: true }).waitFor();
    late.resolve();
    await page.getByText('Tesco').first().waitFor();
    assert.equal(await page.getByText('Transport for London').count(), 0);
    assert.deepEqual([...new Set(await page.locator('.line mark').allTextContents())], ['Tesco', 'TESCO']);
    assert.equal(await page.evaluate(`window.gridHere === document.querySelector('[role=grid]')`), true);

    await page.keyboard.type('!x');
    await page.getByText('Nothing here contains \u201ctesco!x\u201d.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('2,000 transactions').waitFor();
    await page.locator('main').press('Control+f');
    assert.equal(await page.evaluate('document.activeElement.ariaLabel'), 'Search transactions');
  });

  test('filters are asked for, stand there as chips, and go one by one or all at once', async () => {
    const { page, app } = await openAll();
    const asked = () => app.calls.findLast(({ name }) => name === 'transactions.page')?.request;
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Filter transactions' });
    await panel.getByRole('button', { name: 'This month' }).click();
    await panel.getByLabel('At least').fill('10');
    await panel.getByText('Out', { exact: true }).click();
    await panel.getByText('Booked', { exact: true }).click();
    await panel.getByLabel('All in One Credit Card').check();
    await panel.getByLabel(/^Purchase/).check();
    await panel.getByText('Show', { exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Remove the filter: Hidden ones too' }).waitFor();
    const filter = {
      from: '2026-11-01',
      to: '2026-11-30',
      minSize: '10',
      direction: 'out',
      status: 'booked',
      accountIds: ['a3'],
      categories: ['PURCHASE'],
      hidden: 'with',
    };
    assert.deepEqual(asked(), { filter, sort: newestFirst, offset: 0, limit: 100 });

    const chips = page.getByRole('list', { name: 'Filters' });
    await chips.getByRole('button', { name: 'Remove the filter: Money out' }).click();
    await chips.getByRole('button', { name: 'Remove the filter: Money out' }).waitFor({ state: 'detached' });
    assert.equal(await chips.getByRole('button', { name: /Remove/ }).count(), 6);
    await chips.getByRole('button', { name: 'Clear all' }).click();
    await page.getByText('2,000 transactions').waitFor();
    assert.equal(await chips.count(), 0);
  });

  test('what is no amount is said and not asked for; a filter that nothing fits shows the way out', async () => {
    const { page, app } = await openAll();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByLabel('At most').fill('1.2.3');
    await page.getByText('An amount is digits').waitFor();
    assert.ok(!app.calls.some(({ request }) => JSON.stringify(request).includes('1.2.3')));
    await page.getByLabel('At most').fill('0.01');
    await page.getByText('No transaction fits all of this.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByText('2,000 transactions').waitFor();
  });

  test('a column sorts by a click and turns round by the next, and says so; the focus stays on it', async () => {
    const { page, ledger } = await openAll();
    const header = (name: string) => page.getByRole('columnheader', { name });
    assert.equal(await header('Date').getAttribute('aria-sort'), 'descending');
    await header('Amount').getByRole('button').click();
    await page.locator('[data-index="0"]').getByText('+£2,450.00').waitFor();
    assert.equal(await header('Amount').getAttribute('aria-sort'), 'descending');
    assert.equal(await header('Date').getAttribute('aria-sort'), 'none');
    await page.keyboard.press('Enter');
    const sort = { by: 'amount', order: 'ascending' } as const;
    const [least] = ledger.page({ filter: {}, sort, offset: 0, limit: 1 }).rows;
    await page
      .locator('[data-index="0"]')
      .getByText(`\u2212£${String(-(least?.amount_minor ?? 0) / 100)}`)
      .waitFor();
    assert.equal(await header('Amount').getAttribute('aria-sort'), 'ascending');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Amount');
  });

  test('what is shown is summed up for each currency apart, and the list is as it was left', async () => {
    const { page, app } = await openAll();
    const total = { count: 5, in_minor: 100, out_minor: -2050 };
    app.script('transactions.totals', () =>
      succeeded({
        totals: [
          { currency: 'GBP', ...total },
          { currency: 'JPY', ...total },
        ],
      }),
    );
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('dialog').getByText('Out', { exact: true }).click();
    await page.keyboard.press('Escape');
    const sums = page.getByRole('group', { name: 'Totals of what is shown' }).getByRole('listitem');
    await sums.nth(1).waitFor();
    assert.match((await sums.nth(0).textContent()) ?? '', /GBP.*\+£1\.00.*\u2212£20\.50.*\u2212£19\.50/);
    assert.match((await sums.nth(1).textContent()) ?? '', /JPY.*\+.*100.*\u2212.*2,050.*\u2212.*1,950/);

    await page.getByRole('button', { name: 'Activity' }).click();
    await page.getByRole('button', { name: 'All transactions' }).click();
    await page.getByRole('button', { name: 'Remove the filter: Money out' }).waitFor();
  });
});
