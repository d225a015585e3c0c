import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { themeShown } from '../../support/e2e/theme-shown.ts';
import { noApp, withApp, type AppUnderSpec } from '../../support/e2e/with-app.ts';

/** The dark differs in nothing but colours. */
async function assertNothingSerious(
  { window: { page } }: AppUnderSpec,
  screen: string,
  theme: string,
): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (theme === 'dark') axe.withRules(['color-contrast']);
  const { violations } = await axe.analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  assert.deepEqual(serious, [], `${screen}, ${theme}`);
}

const background = ({ window: { page } }: AppUnderSpec): Promise<string> =>
  page.evaluate('getComputedStyle(document.body).backgroundColor');
const brightness = (colour: string): number =>
  Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));

describe('looks and keys', { skip: noApp }, () => {
  test('light and dark: the setting changes the window at once, and axe finds nothing serious on any screen', (t) =>
    withApp(t.name, {}, async (app) => {
      const { window, picture, electronApp } = app;
      const lookAt = async (screen: string, theme: string): Promise<void> => {
        await assertNothingSerious(app, screen, theme);
        await picture(`${screen}-${theme}`);
      };
      await window.demoDoor.waitFor();
      await lookAt('welcome', 'light');
      await window.connectDemoBank();
      await window.ended(/^Sync complete: /).waitFor();
      for (const theme of ['light', 'dark'] as const) {
        await window.place('Settings').click();
        await window.page
          .getByRole('radiogroup', { name: 'Theme' })
          .or(window.page.getByRole('group', { name: 'Theme' }))
          .getByText(theme === 'dark' ? 'Dark' : 'Light')
          .click();
        const source = () => electronApp.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
        await themeShown(window.page, theme);
        assert.equal(await source(), theme);
        assert.equal(brightness(await background(app)) > 128, theme === 'light');
        await lookAt('settings', theme);
        for (const [screen, place] of [
          ['overview', 'Overview'],
          ['all-transactions', 'All transactions'],
          ['activity', 'Activity'],
        ] as const) {
          await window.place(place).click();
          await window.heading(place).waitFor();
          await lookAt(screen, theme);
        }
      }
      const again = await app.restart();
      await again.window.heading('Overview').waitFor();
      assert.ok(brightness(await background(again)) < 128, 'the choice is remembered');
    }));

  test('the keyboard alone: connect, sync, cancel, find a transaction', (t) =>
    withApp(t.name, { demo: { latencyMs: 300, days: 400 } }, async (app) => {
      const { window, desk } = app;
      const { keyboard } = window.page;
      const tabTo = async (name: RegExp): Promise<void> => {
        for (let presses = 0; presses < 60; presses += 1) {
          await keyboard.press('Tab');
          const focused: string = await window.page.evaluate(
            `(() => { const e = document.activeElement; return e.getAttribute('aria-label') ?? e.textContent ?? ''; })()`,
          );
          if (name.test(focused)) return;
        }
        assert.fail(`Tab never comes to ${String(name)}`);
      };
      await window.demoDoor.waitFor();
      await tabTo(/^Demo bank/);
      await keyboard.press('Enter');
      await window.heading('3 accounts found').waitFor();
      await tabTo(/^Cancel$/);
      await keyboard.press('Enter');
      await window.ended(/cancelled/i).waitFor();
      await tabTo(/^Go to the overview$/);
      await keyboard.press('Enter');
      await window.heading('Overview').waitFor();
      await tabTo(/^Sync$/);
      await keyboard.press('Enter');
      await window.bar.waitFor();
      await window.ended(/^Sync complete: /).waitFor();
      await tabTo(/^All transactions$/);
      await keyboard.press('Enter');
      await window.grid.waitFor();
      await keyboard.press('/');
      await keyboard.type('zzzz');
      await window.page.getByText('Nothing here contains \u201czzzz\u201d.').waitFor();
      await keyboard.press('Escape');
      await tabTo(/Transactions of|All transactions/);
      await window.grid.press('End');
      await window.page.locator('[aria-selected="true"]').waitFor();
      assert.equal((await desk.state()).connections[0]?.health, 'fine');
    }));
});
