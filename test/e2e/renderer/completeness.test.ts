import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { succeeded } from '#shared/result.ts';
import { usedApp } from '../../support/window/app-states.ts';
import { completenessSamples } from '../../support/window/completeness-samples.ts';
import { noBrowser, raiseWindowStage, type WindowStage } from '../../support/window/open-window-page.ts';

describe('completeness in the window', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  test('every account shows its days, the verdict, and the button that helps; what is missing stands first', async () => {
    const { page, app, complaints } = await stage.open(usedApp);
    app.script('completeness.judge', () => succeeded(completenessSamples));
    await page.getByRole('button', { name: 'Completeness', exact: true }).click();
    const cards = page.locator('.coverage-card');
    await cards.first().waitFor();
    assert.deepEqual(await cards.getByRole('heading').allTextContents(), [
      'All in One Credit Card',
      'Santander Current Account',
      'Everyday Saver',
      'Euro account with a name that goes on and on',
    ]);

    const [card, current, saver, euro] = await cards.all();
    assert.ok(card !== undefined && current !== undefined && saver !== undefined && euro !== undefined);
    assert.match((await card.textContent()) ?? '', /Something is missing.*£12\.99 unexplained between/s);
    assert.match((await saver.textContent()) ?? '', /0 rows because the bank has none for all days/);
    assert.match(
      (await card.getByRole('img').getAttribute('aria-label')) ?? '',
      /Days of All in One Credit Card, 1 Jan 2025.* never asked;.* answered/,
    );

    await card.getByRole('button', { name: /^Sync 2.+5 Aug 2026/ }).click();
    const wish = app.calls.findLast(({ name }) => name === 'sync.start')?.request;
    assert.deepEqual(wish, { accountId: 'a3', from: '2026-08-02', to: '2026-08-05' });

    await card.getByText('Days as a table').focus();
    await page.keyboard.press('Enter');
    assert.equal(await card.getByRole('row').count(), 4);

    await euro.getByRole('button', { name: /^Reconnect, Euro/ }).waitFor();
    await current.getByRole('button', { name: /^Reconnect for/ }).click();
    const asked = app.calls.findLast(({ name }) => name === 'connection.reconnect')?.request;
    assert.deepEqual(asked, { connectionId: 'c1' });
    assert.deepEqual(complaints, []);
  });

  test('an account page has its strip under its head, and the whole judgement behind it', async () => {
    const { page, app, complaints } = await stage.open(usedApp);
    app.script('completeness.judge', ({ accountId }) =>
      succeeded(completenessSamples.filter((each) => each.accountId === accountId)),
    );
    await page
      .getByRole('button', { name: /Santander Current Account/ })
      .first()
      .click();
    const coverage = page.getByRole('region', { name: 'Completeness of Santander Current Account' });
    await coverage.getByText('Complete', { exact: true }).click();
    await coverage.getByText(/goes on from row to row without a gap/).waitFor();
    assert.equal(await coverage.getByRole('row').count(), 3);

    await page
      .getByRole('button', { name: /Everyday Saver/ })
      .first()
      .click();
    await page
      .getByRole('region', { name: 'Completeness of Everyday Saver' })
      .getByText(/^0 rows because the bank has none/)
      .waitFor();
    assert.deepEqual(complaints, []);
  });
});
