import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventually } from '../../support/e2e/eventually.ts';
import { readLedger } from '../../support/e2e/read-ledger.ts';
import { noApp, withApp, type AppUnderSpec } from '../../support/e2e/with-app.ts';

/** Connected and synced once, so that the next sync is one page an account. */
async function connected({ window }: AppUnderSpec): Promise<void> {
  await window.connectDemoBank();
  await window.ended(/^Sync complete: /).waitFor();
  await window.button('Dismiss').click();
}

const refused = { kind: 'error', endpoint: 'transactions', error: 'provider_too_many_requests' } as const;

describe('a sync in trouble', { skip: noApp }, () => {
  test('429: the window says so, counts the wait down, and the sync goes on by itself', (t) =>
    withApp(t.name, {}, async (app) => {
      await connected(app);
      const { window, desk, picture } = app;
      await desk.setBankFaults({ ...refused, fromCall: 2, count: 1, retryAfter: { seconds: 6 } });
      await window.sync.click();
      await window.countdown.waitFor();
      // All within the pause, on a slow machine too: what is not asserted comes last.
      assert.match((await desk.tray()).tooltip, /rate limit|pause/);
      const secondsLeft = async (): Promise<number> => {
        const [, minutes, seconds] = /(\d+):(\d\d)$/.exec((await window.countdown.textContent()) ?? '') ?? [];
        return Number(minutes) * 60 + Number(seconds);
      };
      const first = await secondsLeft();
      assert.ok(first <= 6, `${first} s`);
      await eventually(secondsLeft, (left) => left < first);
      await picture('waiting');
      await window.ended(/^Sync complete: /).waitFor();
      assert.equal((await desk.state()).connections[0]?.health, 'fine');
    }));

  test('one account fails, the others finish, and the receipt has the reason and the button', (t) =>
    withApp(t.name, {}, async (app) => {
      await connected(app);
      const { window, desk, ledgerPath, picture } = app;
      await desk.setBankFaults({
        kind: 'error',
        endpoint: 'transactions',
        accountIndex: 1,
        error: 'account_not_found',
      });
      await window.sync.click();
      await window.button('What to do').click();
      await window.heading('Performance summary').waitFor();
      await picture('partial');
      const outcomes = window.page.locator('.outcome');
      assert.equal(await outcomes.count(), 3);
      const failed = window.page.locator('.outcome-bad');
      assert.equal(await failed.count(), 1);
      assert.ok((await failed.getByRole('button').count()) >= 1, 'a way out beside the failure');
      assert.equal(readLedger(ledgerPath).jobs.at(-1)?.status, 'partial');
      assert.equal((await desk.tray()).icon, 'failed');

      await desk.setBankFaults();
      await failed.getByRole('button').first().click();
      await desk.until(({ connections }) => connections[0]?.health === 'fine');
    }));

  test('the token expires in the middle: it is refreshed and nobody notices', (t) =>
    withApp(t.name, {}, async (app) => {
      await connected(app);
      const { window, desk, ledgerPath } = app;
      const secretsBefore = (await desk.bankSecrets()).length;
      await desk.expireAccessTokens();
      await window.sync.click();
      await window.ended(/^Sync complete: 0 synced, \d+ duplicates, 0 errors/).waitFor();
      await window.button('Dismiss').click();
      await desk.setBankFaults({
        kind: 'error',
        endpoint: 'transactions',
        fromCall: 2,
        count: 1,
        error: 'invalid_token',
      });
      await window.sync.click();
      await window.ended(/^Sync complete: 0 synced, \d+ duplicates, 0 errors/).waitFor();
      assert.ok((await desk.bankSecrets()).length >= secretsBefore + 4, 'twice a new pair of tokens');
      assert.deepEqual(
        readLedger(ledgerPath).jobs.map(({ status }) => status),
        Array(3).fill('completed'),
      );
    }));

  test('the refreshed token is lost on its way: reconnect is asked for, and one click mends it', (t) =>
    withApp(t.name, {}, async (app) => {
      await connected(app);
      const { window, desk, picture } = app;
      await desk.expireAccessTokens();
      await desk.setBankFaults({ kind: 'lost-answer', endpoint: 'token', grant: 'refresh_token', count: 1 });
      await window.sync.click();
      await desk.until(({ connections }) => connections[0]?.health === 'reconnect-needed');
      assert.equal((await desk.tray()).icon, 'needs-you');
      await picture('reconnect');
      await window.place('Overview').click();
      await window
        .button(/^Reconnect/)
        .first()
        .click();
      await window.heading(/is connected/).waitFor();
      await desk.until(({ connections, progress }) => progress === null && connections[0]?.health === 'fine');
    }));
});
