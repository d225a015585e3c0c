import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright';
import { openFixture, type OpenFixture } from '../../support/open-fixture.ts';

/** Runs in the page: what came back from `echo`, in words that survive Playwright's own copying. */
const echoed = (page: Page, expression: string): Promise<string> =>
  page.evaluate(`(async () => {
    const value = await fixture.invoke('echo', ${expression});
    const show = (v) => typeof v === 'bigint' ? v + 'n' : Object.is(v, -0) ? '-0'
      : v instanceof Date ? 'Date ' + v.getTime() : v instanceof Map ? 'Map ' + JSON.stringify([...v])
      : v instanceof Set ? 'Set ' + JSON.stringify([...v]) : ArrayBuffer.isView(v) ? v.constructor.name + ' ' + [...v]
      : v instanceof ArrayBuffer ? 'ArrayBuffer ' + v.byteLength : v instanceof RegExp ? 'RegExp ' + v
      : v instanceof Error ? v.name + ': ' + v.message : v === undefined ? 'undefined'
      : typeof v === 'number' ? String(v) : JSON.stringify(v);
    return show(value);
  })()`);

describe('IPC', () => {
  let fixture: OpenFixture;
  before(async () => {
    fixture = await openFixture({});
  });
  after(() => fixture.close());

  const survives: readonly (readonly [expression: string, back: string])[] = [
    ['undefined', 'undefined'],
    ['null', 'null'],
    ['-0', '-0'],
    ['NaN', 'NaN'],
    ['12345678901234567890n', '12345678901234567890n'],
    ['new Date(5)', 'Date 5'],
    ['new Map([["a", { b: 1 }]])', 'Map [["a",{"b":1}]]'],
    ['new Set([1, "1"])', 'Set [1,"1"]'],
    ['new Uint8Array([0, 127, 255])', 'Uint8Array 0,127,255'],
    ['new Float64Array([1.5])', 'Float64Array 1.5'],
    ['new ArrayBuffer(3)', 'ArrayBuffer 3'],
    ['/a+/gi', 'RegExp /a+/gi'],
    ['new RangeError("far")', 'Error: far'],
    ['{ a: [1, { b: null }], ["__proto__x"]: 1 }', '{"a":[1,{"b":null}],"__proto__x":1}'],
    ['new (class Money { constructor() { this.minor = 5 } format() { return "" } })', '{"minor":5}'],
    ['"\\u2028 </script> \\ud83d\\ude00"', JSON.stringify('\u2028 </script> \u{1f600}')],
  ];
  for (const [expression, back] of survives) {
    test(`${expression} comes back as ${back}`, async () => {
      assert.equal(await echoed(fixture.page, expression), back);
    });
  }

  test('a cycle survives', async () => {
    const same = await fixture.page.evaluate(`(async () => {
      const cycle = { list: [] }; cycle.list.push(cycle);
      const back = await fixture.invoke('echo', cycle);
      return back.list[0] === back;
    })()`);
    assert.equal(same, true);
  });

  for (const what of ['function', 'symbol', 'node', 'weak']) {
    test(`a ${what} cannot be sent`, async () => {
      const error = await fixture.page.evaluate(`fixture.invokeWith('${what}')`);
      assert.equal(error, 'Error: An object could not be cloned.');
    });
  }

  const refusals: readonly (readonly [call: string, message: string])[] = [
    [`'fail', 'error'`, "Error invoking remote method 'fail': RangeError: out of range"],
    [`'fail', 'string'`, "Error invoking remote method 'fail': only a text"],
    [`'nobody'`, "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'"],
    [`'function'`, "Error invoking remote method 'function': Error: An object could not be cloned."],
  ];
  for (const [call, message] of refusals) {
    test(`invoke(${call}) rejects with a plain Error in Electron's words`, async () => {
      const error = await fixture.page.evaluate(
        `fixture.invoke(${call}).then(() => 'fine', (e) => [e.constructor === Error, e.message, e.code])`,
      );
      assert.deepEqual(error, [true, message, undefined]);
    });
  }

  test('main knows the frame and the contents that sent', async () => {
    assert.deepEqual(await fixture.page.evaluate(`fixture.invoke('sender')`), {
      url: 'app://fixture/index.html',
      origin: 'app://fixture',
      isTop: true,
      parent: null,
      sameContents: true,
    });
  });

  test('send reaches ipcMain.on, and reply and webContents.send reach the listeners, until they go', async () => {
    const { page, electronApp } = fixture;
    await page.evaluate(`
      window.got = [];
      window.stop = fixture.on('answered', (...args) => { window.got.push(args); window.wake?.(); });
      window.reached = async (count) => {
        while (window.got.length < count) await new Promise((resolve) => { window.wake = resolve; });
      };
    `);
    await page.evaluate(`fixture.send('said', 1, { two: [2] })`);
    await fixture.until('said [1,{"two":[2]}]');
    await page.evaluate('window.reached(1)');
    const sendToPage = (last: boolean): Promise<void> =>
      electronApp.evaluate(({ BrowserWindow }, isLast) => {
        BrowserWindow.getAllWindows()[0]?.webContents.send(
          'answered',
          isLast ? 'late' : new Map([[1, undefined]]),
        );
      }, last);
    await sendToPage(false);
    await page.evaluate('window.reached(2)');
    const got = await page.evaluate(`[JSON.stringify(window.got[0]), window.got[1][0] instanceof Map]`);
    assert.deepEqual(got, ['[1,{"two":[2]}]', true]);
    await page.evaluate('window.stop()');
    await sendToPage(true);
    await page.evaluate(`fixture.invoke('echo', 1)`);
    assert.equal(await page.evaluate('window.got.length'), 2);
  });

  test('what main cannot clone throws in main, at once', async () => {
    const error = await fixture.electronApp.evaluate(({ BrowserWindow }) => {
      try {
        BrowserWindow.getAllWindows()[0]?.webContents.send('answered', () => 1);
        return 'sent';
      } catch (thrown) {
        return String(thrown);
      }
    });
    assert.equal(error, 'Error: An object could not be cloned.');
  });

  test('a second handler for a channel is refused', async () => {
    const error = await fixture.electronApp.evaluate(({ ipcMain }) => {
      try {
        ipcMain.handle('echo', () => 1);
        return 'taken';
      } catch (thrown) {
        return String(thrown);
      }
    });
    assert.equal(error, "Error: Attempted to register a second handler for 'echo'");
  });

  test('senderFrame is null once the document that sent is gone', async () => {
    const { page, electronApp } = fixture;
    await page.evaluate(`fixture.send('said', 'before')`);
    await fixture.until('said ["before"]');
    const frameOf = (): Promise<boolean> =>
      electronApp.evaluate(
        () =>
          (globalThis as unknown as { fixture: { lastSender: { senderFrame: object | null } } }).fixture
            .lastSender.senderFrame === null,
      );
    assert.equal(await frameOf(), false);
    await electronApp.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('app://fixture/open.html'),
    );
    assert.equal(await frameOf(), true);
  });
});
