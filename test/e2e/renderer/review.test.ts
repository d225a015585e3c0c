import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import { usedApp } from '../../support/window/app-states.ts';
import {
  noBrowser,
  raiseWindowStage,
  type WindowPage,
  type WindowStage,
} from '../../support/window/open-window-page.ts';
import { settlementSamples } from '../../support/window/settlement-samples.ts';

describe('the matches in doubt', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  const openReview = async (): Promise<WindowPage> => {
    const opened = await stage.open(usedApp);
    const { app, page } = opened;
    app.script('settlements.list', ({ which }) =>
      succeeded(settlementSamples.filter(({ confidence }) => which === 'all' || confidence === 'doubtful')),
    );
    // The window asked before this script was there.
    await page.reload();
    await page.getByRole('button', { name: /^Review/ }).click();
    await page.getByText('LA CUCINA').first().waitFor();
    return opened;
  };
  const toldOf = (app: WindowPage['app']) =>
    app.calls.filter(({ name }) => name === 'settlements.decide').map(({ request }) => request);
  const takenBack = (app: WindowPage['app']) =>
    app.calls.filter(({ name }) => name === 'settlements.take-back').map(({ request }) => request);

  test('are counted in the sidebar and shown side by side with what differs and why', async () => {
    const { page } = await openReview();
    await page.getByRole('button', { name: 'Review 3 matches to look at' }).waitFor();
    const card = page.getByRole('listitem', { name: 'LA CUCINA, In doubt' });
    await card.getByText('In doubt: the same text, another amount').waitFor();
    await card.getByText('£17.50 more').waitFor();
    await card.getByText('2 days later').waitFor();
    assert.deepEqual(await card.locator('mark').allTextContents(), ['LONDON', 'SE1']);
  });

  test('are decided by button, and can be taken back while the sentence stands', async () => {
    const { page, app } = await openReview();
    const card = page.getByRole('listitem', { name: 'LA CUCINA, In doubt' });
    await card.getByRole('button', { name: 'Two different ones' }).click();
    await page.getByText('\u201cLA CUCINA\u201d: two different payments.').waitFor();
    await page.getByRole('button', { name: 'Review 2 matches to look at' }).waitFor();
    assert.deepEqual(toldOf(app), [{ pendingId: 501, verdict: 'undone' }], 'told at once');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await card.and(page.locator(':focus')).waitFor();
    assert.deepEqual(takenBack(app), [{ pendingId: 501 }]);
    await card.getByRole('button', { name: 'The same' }).click();
    await page.getByRole('button', { name: 'Activity' }).click();
    await page.getByRole('heading', { name: 'Activity' }).waitFor();
    assert.deepEqual(toldOf(app).at(-1), { pendingId: 501, verdict: 'confirmed' });
  });

  test('that were decided long ago are listed, and taken back there', async () => {
    const { page, app } = await openReview();
    const [first] = settlementSamples;
    assert.ok(first !== undefined);
    let said = [{ ...first, verdict: 'undone' as const }];
    app.script('settlements.list', ({ which }) => succeeded(which === 'decided' ? said : settlementSamples));
    app.script('settlements.take-back', () => {
      said = [];
      return succeeded(null);
    });
    await page.getByText('Decided by you').click();
    const card = page.getByRole('listitem', { name: 'LA CUCINA, Two different ones, you said' });
    assert.equal(await card.getByRole('button').count(), 1);
    await card.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('You have decided about none so far.').waitFor();
    assert.deepEqual(takenBack(app), [{ pendingId: 501 }]);
    await page.getByText('In doubt', { exact: true }).first().click();
    await page.getByRole('listitem', { name: 'LA CUCINA, In doubt' }).waitFor();
  });

  test('that were decided stay so when it is too late to take them back, and the page says so', async () => {
    const { page, app } = await openReview();
    app.script('settlements.take-back', () => failed({ kind: 'decision-overtaken' }));
    const card = page.getByRole('listitem', { name: 'LA CUCINA, In doubt' });
    await card.getByRole('button', { name: 'Two different ones' }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText(/cannot be taken back any more/).waitFor();
    await card.waitFor({ state: 'detached' });
  });

  test('are decided by keyboard, one after the other, until nothing is in doubt', async () => {
    const { page, app } = await openReview();
    await page.getByRole('listitem', { name: /LA CUCINA/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-settlement="511"]:focus').waitFor();
    await page.keyboard.press('y');
    await page.locator('[data-settlement="521"]:focus').waitFor();
    await page.keyboard.press('n');
    await page.locator('[data-settlement="501"]:focus').waitFor();
    await page.keyboard.press('y');
    await page.getByText('Nothing is in doubt.').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    assert.deepEqual(toldOf(app), [
      { pendingId: 511, verdict: 'confirmed' },
      { pendingId: 521, verdict: 'undone' },
      { pendingId: 501, verdict: 'confirmed' },
    ]);
    await page.getByRole('button', { name: 'See all matches' }).click();
    await page.getByText('Confirmed by you').first().waitFor();
    await page.getByText('Likely: a little more, as with a tip').waitFor();
    assert.equal(await page.getByText('PRET A MANGER').count(), 0);
  });

  test('one that the ledger did not take is in doubt again, and says why', async () => {
    const { page, app } = await openReview();
    app.script('settlements.decide', () => failed({ kind: 'ledger-busy', path: '/l' }));
    await page
      .getByRole('listitem', { name: /LA CUCINA/ })
      .getByRole('button', { name: 'The same' })
      .click();
    await page.getByText(/Another program holds the ledger/).waitFor();
    await page.getByRole('listitem', { name: /LA CUCINA/ }).waitFor();
  });
});
