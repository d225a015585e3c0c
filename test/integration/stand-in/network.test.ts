import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startNetworkWitness, type NetworkWitness } from '../../support/network-witness.ts';
import { openFixture, type OpenFixture } from '../../support/open-fixture.ts';

/** Each way out that a page knows, as a script. `HTTP` and `WS` stand for the witness's addresses. */
const waysOut: readonly (readonly [name: string, script: string])[] = [
  ['fetch', `fetch('HTTP/fetch', { mode: 'no-cors' }).catch(() => 0)`],
  [
    'XMLHttpRequest',
    `new Promise((r) => { const x = new XMLHttpRequest(); x.onloadend = r; x.open('GET', 'HTTP/xhr'); x.send() })`,
  ],
  ['WebSocket', `new Promise((r) => { const s = new WebSocket('WS/socket'); s.onopen = s.onerror = r })`],
  [
    'EventSource',
    `new Promise((r) => { const s = new EventSource('HTTP/events'); s.onerror = s.onopen = () => { s.close(); r() } })`,
  ],
  ['image', `new Promise((r) => { const i = new Image(); i.onload = i.onerror = r; i.src = 'HTTP/image' })`],
  [
    'script',
    `new Promise((r) => { const s = document.createElement('script'); s.onload = s.onerror = r; s.src = 'HTTP/script'; document.head.append(s) })`,
  ],
  [
    'style sheet',
    `new Promise((r) => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.onload = l.onerror = r; l.href = 'HTTP/style'; document.head.append(l) })`,
  ],
  ['beacon', `navigator.sendBeacon('HTTP/beacon', 'x')`],
  [
    'iframe',
    `new Promise((r) => { const f = document.createElement('iframe'); f.src = 'HTTP/iframe'; document.body.append(f); r() })`,
  ],
  [
    'worker',
    `new Promise((r) => { const w = new Worker(URL.createObjectURL(new Blob(["fetch('HTTP/worker',{mode:'no-cors'}).then(()=>postMessage(1),()=>postMessage(0))"]))); w.onmessage = w.onerror = r })`,
  ],
];

const pathOf = (script: string): string => /(?:HTTP|WS)(\/\w+)/.exec(script)?.[1] ?? '';

describe('the network', () => {
  let witness: NetworkWitness;
  before(async () => {
    witness = await startNetworkWitness();
  });
  after(() => witness.close());
  const run = (fixture: OpenFixture, script: string): Promise<unknown> =>
    fixture.page.evaluate(
      `(async () => { await ${script.replaceAll('HTTP', witness.httpUrl).replaceAll('WS/', `${witness.wsUrl}/`)} })()`,
    );

  describe('of an app without guards', () => {
    let fixture: OpenFixture;
    before(async () => {
      fixture = await openFixture({});
      await fixture.electronApp.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.loadURL('app://fixture/open.html'),
      );
    });
    after(() => fixture.close());
    for (const [name, script] of waysOut) {
      test(`is open to ${name}: the stand-in does not do the app's work`, async () => {
        await run(fixture, script);
        await witness.until(pathOf(script));
      });
    }
    test('lets the page open a window', async () => {
      const opened = fixture.electronApp.waitForEvent('window');
      await fixture.page.evaluate(`void window.open('app://fixture/frame.html')`);
      assert.equal((await opened).url(), 'app://fixture/frame.html');
    });
    test('lets the page go elsewhere', async () => {
      await fixture.page.evaluate(`void (location.href = '${witness.httpUrl}/elsewhere')`);
      await fixture.page.waitForURL(`${witness.httpUrl}/elsewhere`);
    });
  });

  describe('of an app with guards', () => {
    let fixture: OpenFixture;
    before(async () => {
      fixture = await openFixture({ FIXTURE_GUARDED: '1' });
      await fixture.electronApp.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.loadURL('app://fixture/open.html'),
      );
      witness.forget();
    });
    after(() => fixture.close());
    for (const [name, script] of waysOut) {
      test(`is closed to ${name}, and the app was asked`, async () => {
        await run(fixture, script);
        await fixture.until(pathOf(script));
        assert.deepEqual(witness.paths(), []);
      });
    }
    const click = (html: string): string =>
      `(() => { document.body.insertAdjacentHTML('beforeend', \`${html}\`); document.body.lastElementChild.click() })()`;
    const leaving: readonly (readonly [name: string, script: string, told: string])[] = [
      ['location', `void (location.href = 'HTTP/x')`, 'will-frame-navigate HTTP/x true'],
      ['a link', click('<a href="HTTP/link">x</a>'), 'will-frame-navigate HTTP/link true'],
      [
        'a form',
        click('<form action="HTTP/form" method="post" onclick="this.submit()">x</form>'),
        'will-frame-navigate HTTP/form true',
      ],
      ['a link to a new window', click('<a href="HTTP/blank" target="_blank">x</a>'), 'open HTTP/blank'],
      ['window.open', `void window.open('HTTP/open')`, 'open HTTP/open'],
      ['a frame', click('<iframe src="HTTP/frame"></iframe>'), 'will-frame-navigate HTTP/frame false'],
    ];
    for (const [name, script, told] of leaving) {
      test(`is closed to ${name}, and the app was asked`, async () => {
        await run(fixture, script);
        await fixture.until(told.replace('HTTP', witness.httpUrl));
        assert.deepEqual(witness.paths(), []);
        assert.equal(fixture.page.url(), 'app://fixture/open.html');
        assert.equal(fixture.electronApp.windows().length, 1);
      });
    }
    test('window.open gives null', async () => {
      assert.equal(await fixture.page.evaluate(`window.open('${witness.httpUrl}/null')`), null);
    });
    test('is still open to the app itself', async () => {
      assert.equal(
        await fixture.page.evaluate(`fetch('data.json').then((r) => r.json()).then((j) => j.answer)`),
        42,
      );
    });
  });
});
