import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { noApp, picturePath, withApp } from '../../support/e2e/with-app.ts';
import { themeShown } from '../../support/e2e/theme-shown.ts';

/** With `PASSBOOK_UPDATE_IMAGES=1` the README's pictures are taken anew; else they stay among the run's artefacts. */
const updates = process.env['PASSBOOK_UPDATE_IMAGES'] === '1';
const images = join(import.meta.dirname, '..', '..', '..', 'docs', 'images');

/** What a README may weigh: it is loaded by everybody who looks. */
const heaviestBytes = 200_000;

/** A household with something to show, at a bank slow enough to be caught in the middle. */
const household = { accounts: 3, cards: 2, latencyMs: 150, evening: true } as const;

describe('the pictures of the README', { skip: noApp }, () => {
  test('onboarding, a sync in the middle, and every screen of a household, light and dark', (t) =>
    withApp(
      t.name,
      { household: 'whole', demo: household },
      async ({ window, desk, electronApp, picture }) => {
        const take = async (what: string): Promise<void> => {
          await window.page.mouse.move(0, 0);
          for (const theme of ['light', 'dark'] as const) {
            await electronApp.evaluate(({ nativeTheme }, source) => {
              nativeTheme.themeSource = source;
            }, theme);
            await themeShown(window.page, theme);
            const name = `${what}-${theme}`;
            await picture(name);
            assert.ok(statSync(picturePath(name)).size < heaviestBytes, `${name} weighs too much`);
            if (!updates) continue;
            mkdirSync(images, { recursive: true });
            copyFileSync(picturePath(name), join(images, `${name}.png`));
          }
        };
        await window.demoDoor.waitFor();
        await take('onboarding');
        await window.connectDemoBank();
        await desk.setBankFaults(
          ...[1, 3, 4].map((accountIndex) => ({
            kind: 'slow',
            endpoint: 'transactions',
            accountIndex,
            delayMs: 1200,
          })),
        );
        await desk.until(
          ({ progress }) => progress !== null && progress.rowsPerSecond > 0 && progress.accountsDone > 1,
        );
        await window.page.getByText(/\([1-4]\/5 accounts\)/).waitFor();
        await take('sync');
        await desk.setBankFaults();
        await window.ended('An evening has passed at the demo bank.').waitFor();
        await window.button('Dismiss').click();
        await window.place(/Santander Current Account/).click();
        await window.page.getByText('Pending').first().waitFor();
        await window.page.getByText('Complete', { exact: true }).first().waitFor();
        await window.grid.press('ArrowDown');
        await take('transactions');
        await window.grid.press('Enter');
        await window.heading('What happened to it').waitFor();
        await take('transaction');
        await window.page.keyboard.press('Escape');
        await window.place('Review').click();
        await window.page.getByText('DISHOOM SHOREDITCH').first().waitFor();
        await take('review');
        await window.place('Overview').click();
        await window.heading('What is new').waitFor();
        await take('overview');
        await window.place('Insights').click();
        await window.heading('Money in and out by month').waitFor();
        await take('insights');
        await window.place('Completeness').click();
        await window.page.getByText('Complete', { exact: true }).first().waitFor();
        await take('completeness');
        await window.place('Activity').click();
        await window.page.getByRole('row').nth(1).getByRole('button').first().click();
        await window.heading('Where the time went').scrollIntoViewIfNeeded();
        await take('activity');
      },
    ));
});
