import type { Page } from 'playwright';
import type { AppState } from '#shared/ipc/app-state.ts';
import type { ConnectState } from '#shared/ipc/connect-state.ts';
import { failed, succeeded } from '#shared/result.ts';
import type { BridgeDouble } from '../bridge-double.ts';
import { newApp, usedApp } from './app-states.ts';
import { completenessSamples } from './completeness-samples.ts';
import { backupCheckSample, backupSamples } from './backup-samples.ts';
import { credentialsSample } from './credentials-samples.ts';
import { exportPreviewSample } from './export-samples.ts';
import { insightScreens } from './insight-screens.ts';
import { activityScreens } from './activity-screens.ts';
import { jobSample, mixedJob, progressSample } from './job-samples.ts';
import { settlementSamples } from './settlement-samples.ts';
import { sampleLedger } from './sample-ledger.ts';

interface Stage {
  readonly page: Page;
  readonly app: BridgeDouble;
}

/** A screen of the window and how one gets to it. */
export interface WindowScreen {
  readonly name: string;
  readonly state: AppState;
  readonly arrange: (stage: Stage) => Promise<void>;
}

const screen = (
  name: string,
  state: AppState,
  heading: string,
  lead: (stage: Stage) => Promise<void> = () => Promise.resolve(),
): WindowScreen => ({
  name,
  state,
  arrange: async (stage) => {
    stage.app.script('jobs.list', () => succeeded([mixedJob, jobSample({ jobId: 'job-6' })]));
    sampleLedger(20_000).serve(stage.app);
    await lead(stage);
    await stage.page.getByRole('heading', { name: heading }).first().waitFor();
  },
});

const connecting =
  (connect: ConnectState) =>
  async ({ app, page }: Stage): Promise<void> => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    app.change({ connect });
  };
const click =
  (name: string | RegExp) =>
  ({ page }: Stage): Promise<void> =>
    page.getByRole('button', { name }).first().click();

/** Every screen there is: what is not here is looked at by nobody. */
export const windowScreens: readonly WindowScreen[] = [
  screen('welcome', newApp, 'Welcome to Passbook'),
  screen('credentials', newApp, 'Connect your bank', click(/Your bank/)),
  screen('credentials refused', newApp, 'Connect the TrueLayer sandbox', async (stage) => {
    await click(/TrueLayer sandbox/)(stage);
    await stage.page.getByRole('button', { name: 'Connect', exact: true }).click();
  }),
  screen(
    'waiting for consent',
    newApp,
    'Waiting for the bank in your browser',
    connecting({
      kind: 'waiting-for-consent',
      door: 'live',
      untilIso: '2026-11-23T15:04:00Z',
      canPaste: true,
      browserOpened: false,
    }),
  ),
  screen(
    'port taken',
    newApp,
    'Could not connect your bank',
    connecting({
      kind: 'failed',
      door: 'live',
      failure: { kind: 'redirect-port-taken', port: 3000 },
      freePort: 3001,
      canRetry: true,
    }),
  ),
  screen(
    'a reconnect that lacks its secret',
    newApp,
    'Could not reconnect Santander',
    connecting({
      kind: 'failed',
      door: 'live',
      failure: { kind: 'reconnect-needed', cause: 'no-token' },
      freePort: null,
      canRetry: true,
      tried: {
        clientId: 'ada-1842',
        redirectUri: 'http://localhost:3000/callback',
        renews: { connectionId: 'c1', name: 'Santander' },
      },
    }),
  ),
  screen('connected', newApp, 'Santander is connected', async ({ page, app }) => {
    await click(/Demo bank/)({ page, app });
    app.change({ ...usedApp, connect: { kind: 'connected', connectionId: 'c1', jobId: 'job-7' } });
  }),
  ...insightScreens(screen),
  screen('syncing', usedApp, 'Last sync', ({ app, page }) => {
    app.push('sync.progress', progressSample());
    return page.getByRole('progressbar').waitFor();
  }),
  screen('waiting for the bank', usedApp, 'Santander Current Account', async ({ app, page }) => {
    app.push(
      'sync.progress',
      progressSample({
        rateLimited: 1,
        waiting: { cause: 'rate-limit', untilIso: '2026-11-23T15:01:12.000Z' },
      }),
    );
    await click(/Santander Current Account/)({ app, page });
    await page.getByRole('grid').press('ArrowDown');
  }),
  screen('transactions', usedApp, 'Santander Current Account', async (stage) => {
    await click(/Santander Current Account/)(stage);
    await stage.page.getByRole('grid').press('ArrowDown');
  }),
  screen('all transactions', usedApp, 'All transactions', async (stage) => {
    await click('All transactions')(stage);
    await stage.page.getByRole('grid').waitFor();
  }),
  screen('filters', usedApp, 'All transactions', async (stage) => {
    await click('All transactions')(stage);
    await click('Filter')(stage);
    await stage.page.getByRole('button', { name: 'This year' }).click();
    await stage.page.getByLabel(/^Purchase/).check();
  }),
  screen('selection', usedApp, 'All transactions', async (stage) => {
    await click('All transactions')(stage);
    await stage.page.locator('[data-index="2"]').click();
    await stage.page.locator('[data-index="6"]').click({ modifiers: ['Shift'] });
    await stage.page.keyboard.press('Control+c');
    await stage.page.getByText('5 transactions copied').waitFor();
  }),
  screen('transaction', usedApp, 'All transactions', async (stage) => {
    await click('All transactions')(stage);
    await stage.page.locator('[data-index="2"]').dblclick();
    await stage.page.getByLabel('Note').waitFor();
  }),
  screen('transaction over the table', usedApp, 'Pret A Manger', async (stage) => {
    await stage.page.setViewportSize({ width: 800, height: 640 });
    await click('All transactions')(stage);
    await stage.page.locator('[data-index="2"]').dblclick();
    await stage.page.getByLabel('Note').waitFor();
  }),
  screen('no transaction fits', usedApp, 'All transactions', async (stage) => {
    await click('All transactions')(stage);
    await stage.page.keyboard.press('/');
    await stage.page.keyboard.type('zebra');
    await stage.page.getByText('Nothing here contains').waitFor();
  }),
  screen('review', usedApp, 'Review', async (stage) => {
    stage.app.script('settlements.list', () => succeeded(settlementSamples));
    await click('Review')(stage);
    await stage.page.getByRole('button', { name: 'The same' }).first().click();
  }),
  screen('nothing to review', usedApp, 'Review', click('Review')),
  screen('chosen days', usedApp, 'Sync chosen days', click('Sync chosen days')),
  screen('disconnect', usedApp, 'Disconnect Santander?', click('Disconnect Santander')),
  screen('completeness', usedApp, 'Completeness', async (stage) => {
    stage.app.script('completeness.judge', () => succeeded(completenessSamples));
    await click('Completeness')(stage);
    await stage.page.getByText('Days as a table').first().click();
  }),
  screen('completeness of an account', usedApp, 'Santander Current Account', async (stage) => {
    stage.app.script('completeness.judge', () => succeeded(completenessSamples));
    await click(/Santander Current Account/)(stage);
    await stage.page.locator('.coverage summary').click();
  }),
  ...activityScreens(screen),
  screen('export', usedApp, 'Export', async (stage) => {
    stage.app.script('export.preview', () => succeeded(exportPreviewSample));
    await click('Export')(stage);
    await stage.page.getByText('1,204 transactions').waitFor();
  }),
  screen('settings', usedApp, 'Settings', click('Settings')),
  screen('put a copy back', usedApp, 'Put this copy in the place of the ledger?', async (stage) => {
    stage.app.script('backups.list', () => succeeded(backupSamples));
    stage.app.script('backups.check', () => succeeded(backupCheckSample));
    await click('Settings')(stage);
    await click(/^Put back the copy of/)(stage);
    await stage.page.getByText('It is whole').waitFor();
  }),
  screen('damaged', usedApp, 'The ledger cannot be read', async (stage) => {
    const failure = { kind: 'ledger-damaged', path: '/home/ada/ledger.sqlite' } as const;
    stage.app.script('backups.list', () => succeeded(backupSamples));
    stage.app.script('sync.start', () => failed(failure));
    await stage.page.getByRole('button', { name: 'Sync', exact: true }).click();
  }),
  screen('report', usedApp, 'This is the whole report', async (stage) => {
    stage.app.script('diagnostics.preview', () => succeeded({ text: '{\n  "passbook": "0.1.0"\n}\n' }));
    stage.app.script('credentials.list', () => succeeded(credentialsSample));
    await click('Settings')(stage);
    await click('Show the report…')(stage);
  }),
  screen('new secret', usedApp, 'New secret for Live', async (stage) => {
    stage.app.script('credentials.list', () => succeeded(credentialsSample));
    await click('Settings')(stage);
    await click('Replace the secret…')(stage);
  }),
  screen('delete the data of a bank', usedApp, 'Delete everything from Santander?', async (stage) => {
    await click('Settings')(stage);
    await click('Delete the data of Santander')(stage);
    await stage.page.getByText('This is deleted from the ledger').waitFor();
  }),
  screen('an older ledger', usedApp, 'Bringing your ledger up to date', ({ app }) => {
    const ledgerPath = '/home/ada/.local/share/passbook/ledger.sqlite';
    const copyPath = `${ledgerPath}.v15-2026-11-23T15-00-00-000Z.bak`;
    app.push('ledger.updating', { ledgerPath, copyPath, step: 3, steps: 6, isCopying: false });
    return Promise.resolve();
  }),
  screen('notice', usedApp, 'Overview', async (stage) => {
    stage.app.script('sync.start', () => failed({ kind: 'ledger-busy', path: '/home/ada/ledger.sqlite' }));
    await stage.page.getByRole('button', { name: 'Sync', exact: true }).click();
    await stage.page.getByRole('alert').waitFor();
  }),
];
