import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openFixture, type OpenFixture } from '../../support/open-fixture.ts';

describe('windows', () => {
  let fixture: OpenFixture;
  before(async () => {
    fixture = await openFixture({});
  });
  after(() => fixture.close());

  test('the page has the size of its window and follows it', async () => {
    const { page, electronApp, until } = fixture;
    assert.deepEqual(await page.evaluate('[innerWidth, innerHeight]'), [700, 500]);
    await electronApp.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 10, y: 20, width: 900, height: 640 }),
    );
    await until('window resize');
    await until('window move');
    await page.evaluate(
      `new Promise((r) => { if (innerWidth === 900) r(); else addEventListener('resize', () => innerWidth === 900 && r()) })`,
    );
    assert.deepEqual(await page.evaluate('[innerWidth, innerHeight]'), [900, 640]);
  });

  test('hide and show tell, once each, and the page lives on', async () => {
    const { page, electronApp } = fixture;
    await page.evaluate('window.mark = 1');
    const told = await electronApp.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const heard: string[] = [];
      for (const name of ['show', 'hide', 'focus', 'blur'] as const)
        window?.on(name as 'show', () => heard.push(name));
      window?.hide();
      window?.hide();
      const hidden = window?.isVisible();
      window?.show();
      return [hidden, window?.isVisible(), window?.isFocused(), heard];
    });
    assert.deepEqual(told, [false, true, true, ['blur', 'hide', 'show', 'focus']]);
    assert.equal(await page.evaluate('window.mark'), 1);
  });

  test('a window whose close is prevented stays, and one that is closed is gone with its page', async () => {
    const { electronApp } = fixture;
    const opened = electronApp.waitForEvent('window');
    await electronApp.evaluate(
      ({ BrowserWindow }) => void new BrowserWindow({}).loadURL('app://fixture/open.html'),
    );
    const page = await opened;
    assert.equal(page.url(), 'app://fixture/open.html');
    const gone = page.waitForEvent('close');
    const told = await electronApp.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[1];
      window?.once('close', (event) => event.preventDefault());
      window?.close();
      // A round trip to the page, which is there as long as its window.
      await window?.webContents.executeJavaScript('1');
      const kept = window?.isDestroyed();
      const closed = new Promise<void>((resolve) => window?.once('closed', () => resolve()));
      window?.close();
      await closed;
      try {
        window?.show();
        return 'shown';
      } catch (error) {
        return [kept, window?.isDestroyed(), String(error), BrowserWindow.getAllWindows().length];
      }
    });
    assert.deepEqual(told, [false, true, 'TypeError: Object has been destroyed', 1]);
    await gone;
  });

  test('the theme main chooses reaches the page, and updated is told once', async () => {
    const { page, electronApp, until } = fixture;
    const becomes = (scheme: 'dark' | 'light'): Promise<unknown> =>
      page.evaluate(`new Promise((resolve) => {
        const wanted = matchMedia('(prefers-color-scheme: ${scheme})');
        if (wanted.matches) resolve();
        else wanted.addEventListener('change', resolve, { once: true });
      })`);
    const choose = (theme: 'light' | 'dark'): Promise<void> =>
      electronApp.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source;
      }, theme);
    await choose('dark');
    await until('theme true');
    await becomes('dark');
    await choose('light');
    await until('theme false');
    await becomes('light');
  });
});
