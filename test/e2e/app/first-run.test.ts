import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readLedger } from '../../support/e2e/read-ledger.ts';
import { watchSync } from '../../support/e2e/watch-sync.ts';
import { noApp, withApp } from '../../support/e2e/with-app.ts';

const unhurried = { days: 400, latencyMs: 25 } as const;

/** Keeps one account back, so that there is a time in which some are done and not all, on a busy machine too. */
const oneIsLate = {
  faults: [{ kind: 'slow', endpoint: 'balance', accountIndex: 0, delayMs: 700, bodyMs: 0 }],
} as const;

describe('the first run', { skip: noApp }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-first-run-'));
  const faults = join(folder, 'faults.json');
  writeFileSync(faults, JSON.stringify(oneIsLate));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('welcome, demo bank, connected, the bar moves to its end, and the numbers are the ledger’s', (t) =>
    withApp(t.name, { demo: { ...unhurried, faults } }, async ({ window, desk, ledgerPath, picture }) => {
      await window.heading('Welcome to Passbook').waitFor();
      await picture('welcome');
      const watch = await watchSync(window.page);
      await window.demoDoor.click();
      await window.heading('3 accounts found').waitFor();
      await picture('connected');
      await window.button('Go to the overview').click();
      const end = window.ended(/^Sync complete: /);
      await end.waitFor();

      const shown = await watch.shown();
      const fractions = shown.flatMap(({ fraction }) => (fraction === null ? [] : [fraction]));
      assert.ok(new Set(fractions).size >= 4, `the bar stood at ${fractions.join(' ')}`);
      assert.deepEqual(
        fractions,
        fractions.toSorted((a, b) => a - b),
        'the bar went back',
      );
      assert.ok(shown.some(({ line }) => line.startsWith('Asking the bank for your accounts')));
      for (const part of [/\(0\/3 accounts\)/, /\([12]\/3 accounts\)/]) {
        assert.ok(
          shown.some(({ line }) => part.test(line)),
          `never shown: ${String(part)}`,
        );
      }
      assert.ok(shown.some(({ facts }) => /Pages\d+ of ~\d+/.test(facts)));

      const ledger = readLedger(ledgerPath);
      const [job] = ledger.jobs;
      assert.equal(
        await end.textContent(),
        `Sync complete: ${ledger.transactions} synced, 0 duplicates, 0 errors`,
      );
      assert.equal(ledger.booked, 3 * 120);
      assert.deepEqual(
        [job?.status, job?.transactions_synced, job?.duplicates],
        ['completed', ledger.transactions, 0],
      );
      await window.place('All transactions').click();
      await window.page.getByText(`${ledger.transactions} transactions`, { exact: true }).waitFor();
      assert.equal((await desk.state()).accounts.length, ledger.accounts);
      assert.equal((await desk.taskbar()).at(-1), -1, 'the taskbar was told that it is over');
      assert.ok((await desk.taskbar()).filter((each) => each > 0 && each <= 1).length >= 3);
    }));

  test('a click on Sync shows a bar at once; what the ledger has are duplicates, and a sync taken back comes again', (t) =>
    withApp(t.name, { demo: { latencyMs: 25 } }, async ({ window, ledgerPath, picture }) => {
      await window.connectDemoBank();
      await window.ended(/^Sync complete: /).waitFor();
      await window.button('Dismiss').click();
      const before = readLedger(ledgerPath).transactions;
      const watch = await watchSync(window.page);
      await window.sync.click();
      const end = window.ended(/^Sync complete: 0 synced, \d+ duplicates, 0 errors/);
      await end.waitFor();
      t.diagnostic(`click to first visible progress: ${Math.round((await watch.clickToBarMs()) ?? -1)} ms`);
      const ledger = readLedger(ledgerPath);
      assert.equal(ledger.transactions, before);
      assert.match((await end.textContent()) ?? '', new RegExp(` ${ledger.jobs[1]?.duplicates} duplicates`));
      await window.button('Summary').click();
      await window.heading('Performance summary').waitFor();
      await window.page
        .getByText(/bottleneck/)
        .first()
        .waitFor();
      await picture('receipt');

      const { page } = window;
      await window.place('Activity').click();
      await page.locator('.jobs').getByRole('button').last().click();
      await page.getByRole('img', { name: /^Where the time went/ }).waitFor();
      await window.button(`Show ${before} new transactions`).click();
      await page.getByRole('button', { name: /^Remove the filter: Came with the sync of / }).waitFor();
      await page.getByText(`${before} transactions`, { exact: true }).waitFor();
      await page.keyboard.press('Alt+ArrowLeft');
      await window.button('Undo this sync…').click();
      await page.getByText(/^To be taken back: \d+ rows that came with it\.$/).waitFor();
      assert.equal(readLedger(ledgerPath).transactions, before, 'nothing is done before it is said so');
      await window.button('Take it back').click();
      await page.getByText(/^Taken back: \d+ rows/).waitFor();
      await window.button('Close').click();
      await page.getByText(/^This sync was taken back on /).waitFor();
      assert.ok(readLedger(ledgerPath).transactions < before);
      await window.sync.click();
      await window.ended(/^Sync complete: 0 synced, \d+ duplicates, 0 errors/).waitFor();
      assert.equal(readLedger(ledgerPath).transactions, before);
    }));
});
