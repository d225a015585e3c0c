import type { Page } from 'playwright';
import type { AppState } from '#shared/ipc/app-state.ts';
import type { BridgeDouble } from '../bridge-double.ts';
import { usedApp } from './app-states.ts';
import { scriptInsights } from './script-insights.ts';

/** The way from the first page to a screen. */
export type Lead = (stage: { readonly page: Page; readonly app: BridgeDouble }) => Promise<void>;
/** How `windowScreens` makes a screen. */
export type MakeScreen<S> = (name: string, state: AppState, heading: string, lead?: Lead) => S;

const open =
  (name: string): Lead =>
  async ({ page, app }) => {
    scriptInsights(app);
    // The page that is open has asked already.
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByRole('button', { name, exact: true }).click();
  };

/** The overview and the insights, with everything they can show. */
export const insightScreens = <S>(screen: MakeScreen<S>): readonly S[] => [
  screen('overview', usedApp, 'What is new', open('Overview')),
  screen('overview of nothing', usedApp, 'Last sync'),
  screen('insights', usedApp, 'Recurring payments', async (stage) => {
    await open('Insights')(stage);
    await stage.page.getByText('14 transfers between your own accounts').waitFor();
    const months = stage.page.getByRole('slider', { name: 'Money in and out by month' });
    await months.focus();
    await months.press('ArrowLeft');
  }),
  screen('insights further down', usedApp, 'Recurring payments', async (stage) => {
    await open('Insights')(stage);
    await stage.page.getByRole('combobox', { name: 'Whose balance' }).selectOption('Everyday Saver');
    await stage.page.getByRole('heading', { name: 'All of them' }).scrollIntoViewIfNeeded();
  }),
  screen('insights as tables', usedApp, 'Recurring payments', async (stage) => {
    await open('Insights')(stage);
    for (const title of ['Money in and out by month', 'Balance over time', 'Money out by category']) {
      await stage.page.getByRole('button', { name: `Show as table: ${title}` }).click();
    }
    await stage.page.getByText('All accounts', { exact: true }).click();
  }),
  screen('insights of nothing', usedApp, 'Insights', ({ page }) =>
    page.getByRole('button', { name: 'Insights' }).click(),
  ),
];
