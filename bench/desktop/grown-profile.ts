import { rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, utcDay } from '#shared/calendar-day.ts';
import { passbookWindow, type PassbookWindow } from '../../test/support/e2e/passbook-window.ts';
import { launchApp } from '../../test/support/launch-app.ts';
import { growLedgerAnswerSchema } from '../children/grow-ledger-task.ts';
import type { BankAddress } from '../stage/bank-address.ts';
import { runChild } from '../stage/run-child.ts';

/** Growing a million rows and their words takes most of a minute on a busy machine. */
const growingMs = 400_000;
const patienceMs = 180_000;

/** The arguments with which an app finds that bank again. */
export const demoArguments = (elsewhere: BankAddress): readonly string[] => [
  '--demo-options',
  JSON.stringify({ elsewhere }),
];

/**
 * A profile whose app has connected and synced as every app does, and whose ledger has then been multiplied
 * (`grow-ledger.ts`): connection, tokens' place, jobs and coverage are the real ones, only the rows are more.
 */
export async function growProfile(profile: string, elsewhere: BankAddress, rows: number): Promise<void> {
  await inApp(profile, elsewhere, async (window) => {
    await window.connectDemoBank();
    await window.ended(/^Sync complete: /).waitFor({ timeout: patienceMs });
    // A second look at the overview: else a million rows would be new since the first.
    await window.place('Activity').click();
    await window.place('Overview').click();
    await window.heading('Overview').waitFor();
  });
  const ledgerPath = join(profile, 'ledger.sqlite');
  const to = join(profile, 'grown.sqlite');
  const lastDay = addDays(utcDay(Date.now()), -1);
  await runChild(
    'grow-ledger',
    { from: ledgerPath, to, rows, lastDay, varied: true },
    growLedgerAnswerSchema,
    growingMs,
  );
  for (const end of ['', '-wal', '-shm']) rmSync(ledgerPath + end, { force: true });
  await rename(to, ledgerPath);
  // The sums that are kept for the insights are those of the small ledger: brought up to date once, as after a sync.
  await inApp(profile, elsewhere, async (window) => {
    await window.place('Insights').click();
    await window.heading('Insights').waitFor();
    const waiting = window.page.locator('.chart-waits').first();
    await waiting.waitFor();
    await waiting.waitFor({ state: 'detached', timeout: patienceMs });
  });
}

async function inApp(
  profile: string,
  elsewhere: BankAddress,
  use: (window: PassbookWindow) => Promise<void>,
): Promise<void> {
  const app = await launchApp({ profile, args: demoArguments(elsewhere) });
  try {
    await use(passbookWindow(await app.firstWindow()));
  } finally {
    await app.close();
  }
}
