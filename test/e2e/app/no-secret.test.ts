import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNoSecret } from '../../support/assert-no-secret.ts';
import { freePort } from '../../support/free-port.ts';
import { noApp, withApp, type AppUnderSpec } from '../../support/e2e/with-app.ts';

/** Everything a page can hold, as text: its document, what is typed in, its storage, its globals. */
const everythingInThePage = `(async () => {
  const values = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
  const globals = Object.getOwnPropertyNames(globalThis).map((name) => {
    try { return name + '=' + JSON.stringify(globalThis[name]); } catch { return name; }
  });
  const databases = (await indexedDB.databases?.().catch(() => [])) ?? [];
  const cacheNames = await caches.keys().catch(() => []);
  const cookies = (() => { try { return document.cookie; } catch { return ''; } })();
  return JSON.stringify([
    document.documentElement.outerHTML, document.body.innerText, values, globals, cookies,
    { ...localStorage }, { ...sessionStorage }, databases, cacheNames, history.state, location.href, name,
  ]);
})()`;

const pageText = ({ window }: AppUnderSpec): Promise<string> => window.page.evaluate(everythingInThePage);

/** Goes through every place of the window, so that everything it can show was asked for. */
async function visitAllPlaces({ window }: AppUnderSpec): Promise<void> {
  for (const place of ['Overview', 'All transactions', 'Activity', 'Settings', /Santander Current/]) {
    await window.place(place).first().click();
    await window.page.getByRole('heading', { level: 1 }).waitFor();
  }
}

describe('no secret in the window', { skip: noApp }, () => {
  test('a full run at the demo bank: not in the page, its storage, what crossed to it, nor in any file', (t) =>
    withApp(t.name, {}, async (app) => {
      const { window, desk, profile } = app;
      await desk.listenIn();
      const seen: Record<string, string> = {};
      await window.demoDoor.click();
      await window.heading('3 accounts found').waitFor();
      seen['the page while it syncs'] = await pageText(app);
      await window.ended(/^Sync complete: /).waitFor();
      await desk.expireAccessTokens();
      await window.sync.click();
      await window.ended(/^Sync complete: 0 synced/).waitFor();
      await window.place('Overview').click();
      await window
        .button(/^Reconnect/)
        .first()
        .click();
      await window.heading(/is connected/).waitFor();
      await desk.until(({ progress, connect }) => progress === null && connect.kind === 'connected');
      await visitAllPlaces(app);
      seen['the page at the end'] = await pageText(app);
      const traffic = await desk.traffic();
      seen['what crossed'] = traffic.join('\n');

      const secrets = await desk.bankSecrets();
      assert.ok(secrets.length >= 10, 'two consents and a refresh make many');
      assert.ok(traffic.length > 50 && seen['what crossed'].includes('sync.progress'), 'it was listened to');
      assert.ok((seen['the page at the end'] ?? '').includes('Santander Current Account'));
      const searched = assertNoSecret(secrets, profile, seen);
      assert.ok(
        [...searched.keys()].some((name) => name.endsWith('ledger.sqlite.log')),
        'files were read',
      );
    }));

  test('with credentials of one’s own: the secret goes one way, once, and the consent only into the browser', async (t) => {
    const redirectUri = `http://127.0.0.1:${String(await freePort())}/callback`;
    await withApp(t.name, { demo: { redirectUris: [redirectUri] } }, async (app) => {
      const { window, desk, profile } = app;
      // A first demo connection brings up the bank that both doors lead to in test mode.
      await window.connectDemoBank();
      await window.ended(/^Sync complete: /).waitFor();
      const { clientId, clientSecret } = await desk.bankClient();
      await desk.listenIn();
      await window.place('Connect a bank').click();
      await window.button(/TrueLayer sandbox/).click();
      await window.page.getByLabel('Client id').fill(clientId);
      await window.page.getByLabel('Client secret').fill(clientSecret);
      await window.page.getByLabel('Redirect URI', { exact: true }).fill(redirectUri);
      await window.button('Connect').click();
      await window.heading('Waiting for the bank in your browser').waitFor();
      const seen: Record<string, string> = { 'the page while it waits': await pageText(app) };
      const [link] = await desk.openedLinks();
      assert.match(link ?? '', /response_type=code.*code_challenge_method=S256|code_challenge/);
      // The user's browser: the auto-approving bank leads it back to the loopback redirect.
      const answer = await fetch(link ?? '');
      seen['the page that the browser ends at'] = await answer.text();
      await window.heading(/is connected/).waitFor();
      await desk.until(({ progress }) => progress === null);
      await visitAllPlaces(app);
      seen['the page at the end'] = await pageText(app);

      const traffic = await desk.traffic();
      const withSecret = traffic.filter((each) => each.includes(clientSecret));
      assert.equal(withSecret.length, 1, 'from the form into main, and never back');
      assert.match(
        withSecret[0] ?? '',
        /^\{"message":\{"name":"connect\.begin".*"answer":\{"ok":true,"value":null\}\}$/,
      );
      seen['the rest that crossed'] = traffic.filter((each) => !withSecret.includes(each)).join('\n');
      assertNoSecret(await desk.bankSecrets(), profile, seen);
    });
  });
});
