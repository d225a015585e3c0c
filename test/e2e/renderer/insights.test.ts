import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BridgeDouble } from '../../support/bridge-double.ts';
import { usedApp } from '../../support/window/app-states.ts';
import { jobSample } from '../../support/window/job-samples.ts';
import {
  noBrowser,
  raiseWindowStage,
  type WindowPage,
  type WindowStage,
} from '../../support/window/open-window-page.ts';
import { sampleLedger } from '../../support/window/sample-ledger.ts';
import { scriptInsights } from '../../support/window/script-insights.ts';

const requestsOf = (app: BridgeDouble, name: string): readonly unknown[] =>
  app.calls.filter((call) => call.name === name).map(({ request }) => request);
const lastOf = (app: BridgeDouble, name: string): unknown => requestsOf(app, name).at(-1);

describe('insights and overview in the window', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  const open = async (name: 'Overview' | 'Insights'): Promise<WindowPage> => {
    const opened = await stage.open(usedApp);
    scriptInsights(opened.app);
    sampleLedger(5000).serve(opened.app);
    await opened.page.getByRole('button', { name: 'Settings', exact: true }).click();
    await opened.page.getByRole('button', { name, exact: true }).click();
    return opened;
  };

  test('one walks through the months by keyboard, hears each, and Enter shows its transactions', async () => {
    const { page, app, complaints } = await open('Insights');
    await page.getByText('Money out was highest in March 2026, £2,310.00.').waitFor();
    const months = page.getByRole('slider', { name: 'Money in and out by month' });
    await months.focus();
    const said = () => months.getAttribute('aria-valuetext');
    assert.match((await said()) ?? '', /^November 2026: in £0\.00, out £/);
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await months.press(key);
    assert.equal(await said(), 'March 2026: in £2,450.00, out £2,310.00, net £140.00');
    assert.equal(await months.getAttribute('aria-valuenow'), '4');
    await page.getByText('March 2026: in £2,450.00').waitFor();
    await months.press('Enter');
    await page.getByRole('grid').waitFor();
    const { filter } = lastOf(app, 'transactions.page') as { filter: unknown };
    assert.deepEqual(filter, { accountIds: ['a1', 'a2', 'a3'], from: '2026-03-01', to: '2026-03-31' });
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('every chart has its table, and a bar leads to what it stands for', async () => {
    const { page, app } = await open('Insights');
    await page.getByRole('button', { name: 'Show as table: Balance over time' }).click();
    await page.getByRole('row', { name: /^01 Dec 2025 .* not known$/ }).waitFor();
    await page.getByRole('button', { name: 'Show as chart: Balance over time' }).click();
    const bars = page.getByRole('list', { name: 'Money out by category' }).getByRole('button');
    await bars.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('grid').waitFor();
    const { filter } = lastOf(app, 'transactions.page') as { filter: unknown };
    assert.deepEqual(filter, {
      accountIds: ['a1', 'a2', 'a3'],
      from: '2025-12-01',
      to: '2026-11-23',
      direction: 'out',
      classifications: ['Shopping'],
    });
    await page.context().close();
  });

  test('currency, accounts and range are asked for, and kept when one comes back', async () => {
    const { page, app } = await open('Insights');
    await page.getByText('24 months').click();
    await page.getByText('All accounts', { exact: true }).click();
    await page.getByLabel('Everyday Saver').check();
    await page.getByText('1 account', { exact: true }).waitFor();
    const asked = () => (lastOf(app, 'insights.flow') as { filter: unknown }).filter;
    assert.deepEqual(asked(), { currency: 'GBP', accountIds: ['a2'], from: '2024-12-01', to: '2026-11-23' });
    await page.getByRole('button', { name: 'Overview', exact: true }).click();
    await page.getByRole('button', { name: 'Insights', exact: true }).click();
    await page.getByText('1 account', { exact: true }).waitFor();
    await page.getByText('EUR', { exact: true }).click();
    await page.getByText('No payment comes again and again yet.').waitFor();
    assert.deepEqual(asked(), { currency: 'EUR', from: '2024-12-01', to: '2026-11-23' });
    await page.context().close();
  });

  test('the overview says what needs the user, and each button does it', async () => {
    const { page, app } = await open('Overview');
    await page.getByText('34 new transactions').waitFor();
    await page.getByText('Since you last looked').waitFor();
    await page.getByRole('button', { name: 'Fetch these days of All in One Credit Card' }).click();
    assert.deepEqual(requestsOf(app, 'sync.start'), [
      { accountId: 'a3', from: '2026-06-02', to: '2026-06-09' },
    ]);
    // What a sync brings while the page is open is not looked at by that alone.
    app.push('sync.ended', jobSample());
    await page.getByText('Sync complete').first().waitFor();
    assert.deepEqual(requestsOf(app, 'overview.read').slice(-2), [{ isLook: true }, { isLook: false }]);
    await page.getByRole('button', { name: 'Show all 34 in the list' }).click();
    await page.getByRole('heading', { name: 'All transactions', level: 1 }).waitFor();
    await page.getByRole('button', { name: /^Remove the filter: New since .*Nov 2026/ }).waitFor();
    const listed = app.calls.findLast(({ name }) => name === 'transactions.page')?.request;
    assert.match(JSON.stringify(listed), /"filter":{"newSince":"2026-11-20T09:00:00.000Z"}/);
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('button', { name: 'Review the matches in doubt' }).click();
    await page.getByRole('heading', { name: 'Review', level: 1 }).waitFor();
    await page.context().close();
  });
});
