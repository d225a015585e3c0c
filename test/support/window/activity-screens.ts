import { succeeded } from '#shared/result.ts';
import { usedApp } from './app-states.ts';
import type { Lead, MakeScreen } from './insight-screens.ts';
import { findingsJob, mixedJob } from './job-samples.ts';
import { receiptSample, timelineSample, undoSample } from './receipt-samples.ts';

const toActivity: Lead = ({ page }) => page.getByRole('button', { name: 'Activity' }).first().click();

/** The syncs there have been, and one of them. */
export const activityScreens = <S>(screen: MakeScreen<S>): readonly S[] => [
  screen('activity', usedApp, 'Activity', toActivity),
  screen('keys', usedApp, 'Keyboard', async ({ page }) => {
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.keyboard.press('Control+5');
    await page.getByRole('heading', { name: 'Activity' }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.keyboard.press('?');
  }),
  screen('receipt', usedApp, 'Performance summary', ({ app, page }) => {
    app.push('sync.ended', mixedJob);
    return page.getByRole('button', { name: 'What to do' }).click();
  }),
  screen('what a sync found out', usedApp, 'Performance summary', ({ app, page }) => {
    app.push('sync.ended', findingsJob);
    return page.getByRole('button', { name: 'Summary' }).click();
  }),
  screen('receipt and timeline', usedApp, 'Receipt', async (stage) => {
    stage.app.script('jobs.receipt', () => succeeded(receiptSample));
    stage.app.script('jobs.timeline', () => succeeded(timelineSample));
    await toActivity(stage);
    await stage.page.locator('.jobs').getByRole('button').last().click();
    await stage.page.locator('.receipt').scrollIntoViewIfNeeded();
  }),
  screen('what a sync brought', usedApp, 'All transactions', async (stage) => {
    stage.app.script('jobs.receipt', () => succeeded(receiptSample));
    await toActivity(stage);
    await stage.page.locator('.jobs').getByRole('button').last().click();
    await stage.page.getByRole('button', { name: 'Show 428 of 430 new transactions' }).click();
    await stage.page.getByText('428 transactions').waitFor();
  }),
  screen('undo', usedApp, 'Take this sync back?', async (stage) => {
    stage.app.script('jobs.undo', () => succeeded(undoSample));
    await toActivity(stage);
    await stage.page.locator('.jobs').getByRole('button').last().click();
    await stage.page.getByRole('button', { name: 'Undo this sync…' }).first().click();
    await stage.page.getByText('To be taken back').waitFor();
  }),
];
