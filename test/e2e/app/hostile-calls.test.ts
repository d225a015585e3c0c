import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ipcCalls } from '#shared/ipc/ipc-contract.ts';
import { raiseApp, type RaisedApp } from '../../support/e2e/raise-app.ts';
import { noApp } from '../../support/e2e/with-app.ts';

/** Requests as an expression of the page, since some cannot be written as JSON. */
const junk: readonly (readonly [what: string, request: string])[] = [
  ['nothing', 'undefined'],
  ['a number', '42'],
  ['a text', '"x"'],
  ['a list', '[1, 2]'],
  [
    'fields of strange kinds',
    '({ jobId: new Date(), text: new Map(), connectionId: 1n, theme: /x/, accountId: 0 })',
  ],
  ['bytes', 'new Uint8Array(8)'],
  ['an unknown field', '({ surprise: true })'],
  ['a prototype', 'JSON.parse(\'{"__proto__": {"ok": true}, "constructor": 1}\')'],
  ['a circle', '(() => { const o = {}; o.o = o; return o; })()'],
  ['five megabytes', '({ text: "x".repeat(5_000_000) })'],
  ['ten thousand fields', 'Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => ["f" + i, i]))'],
  ['not a number', '({ offset: NaN, limit: Infinity })'],
  ['SQL', '({ accountId: "\' OR 1=1 --", offset: -1, limit: 1e9 })'],
];

/** Requests that are nearly right. */
const nearly: readonly (readonly [name: string, request: string])[] = [
  ['sync.start', '({ attended: false })'],
  ['sync.start', '({ from: "2026-13-45", to: "never" })'],
  ['transactions.page', '({ filter: {}, sort: { by: "date", order: "descending" }, offset: -1, limit: 10 })'],
  ['transactions.page', '({ filter: {}, sort: { by: "date", order: "descending" }, offset: 0, limit: 501 })'],
  ['jobs.list', '({ limit: 0 })'],
  ['settings.change', '({ syncWorkers: 1000 })'],
  ['settings.change', '({ pausedUntilIso: null })'],
  ['settings.change', '({ psuIp: "1.2.3.4; rm -rf /" })'],
  ['background.pause', '({ until: "for ever" })'],
  ['link.open', '({ page: "file:///etc/passwd" })'],
  ['link.open', '({ page: "https://example.com" })'],
  [
    'connect.begin',
    '({ environment: "custom", clientId: "a", clientSecret: "b", redirectUri: "http://localhost/", keepIn: "memory" })',
  ],
  [
    'connect.begin',
    '({ environment: "live", clientId: "a", clientSecret: "b", redirectUri: "not a url", keepIn: "memory" })',
  ],
  ['connect.paste', '({ text: "" })'],
  ['clipboard.write', '({ text: 7 })'],
  ['connection.disconnect', '({ connectionId: "" })'],
];

describe('hostile calls from the window', { skip: noApp }, () => {
  let raised: RaisedApp;
  before(async () => {
    raised = await raiseApp();
    await raised.app.window.demoDoor.waitFor();
  });
  after(() => raised.close());

  /** What the page gets: an answer, or that the call did not even leave the page. */
  const call = (name: string, request: string): Promise<unknown> =>
    raised.app.window.page.evaluate(
      `window.passbook.call(${name}, ${request}).then((answer) => answer, () => 'thrown')`,
    );
  const isRefused = (answer: unknown): boolean =>
    answer === 'thrown' || JSON.stringify(answer) === '{"ok":false,"failure":{"kind":"bad-request"}}';
  const settledState = async () => {
    const { nowIso: _, ...state } = await raised.app.desk.state();
    return state;
  };

  for (const [what, request] of junk) {
    test(`${what}: every call refuses it and nothing has changed`, async () => {
      const before = await settledState();
      for (const name of Object.keys(ipcCalls)) {
        const answer = await call(JSON.stringify(name), request);
        assert.ok(isRefused(answer), `${name}: ${JSON.stringify(answer)}`);
      }
      assert.deepEqual(await settledState(), before);
    });
  }

  for (const [name, request] of nearly) {
    test(`${name} with ${request} is refused`, async () => {
      const before = await settledState();
      assert.ok(isRefused(await call(JSON.stringify(name), request)));
      assert.deepEqual(await settledState(), before);
      assert.deepEqual(await raised.app.desk.openedLinks(), []);
    });
  }

  for (const name of [
    '"constructor"',
    '"__proto__"',
    '"toString"',
    '"app.quit"',
    '""',
    'null',
    '{}',
    '[]',
    'Symbol("x")',
  ]) {
    test(`a call named ${name} does not exist`, async () => {
      assert.equal(await call(name, 'null').catch(() => 'thrown'), 'thrown');
    });
  }

  test('a message nobody sends cannot be listened to', async () => {
    for (const name of ['"__proto__"', '"anything"', 'null']) {
      const heard = `(() => { try { window.passbook.on(${name}, () => 0); return 'listening'; } catch { return 'refused'; } })()`;
      assert.equal(await raised.app.window.page.evaluate(heard), 'refused');
    }
  });

  test('after all of it the app still works', async () => {
    await raised.app.window.connectDemoBank();
    await raised.app.window.ended(/^Sync complete: /).waitFor();
  });
});
