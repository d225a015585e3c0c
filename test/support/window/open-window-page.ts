import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { build } from 'vite';
import type { AppState } from '#shared/ipc/app-state.ts';
import { ipcPushes, type IpcCall, type IpcPush } from '#shared/ipc/ipc-contract.ts';
import { isBundleFresh } from '../../../scripts/starting/is-bundle-fresh.mjs';
import { findChromium } from '../electron-stand-in/chromium/find-chromium.ts';
import { createBridgeDouble, type BridgeDouble } from '../bridge-double.ts';
import { serveFolder } from './serve-folder.ts';

/** As main sends it with every page (design, section 9). */
const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'";
const root = join(import.meta.dirname, '..', '..', '..');
const configFile = join(root, 'renderer.vite.config.ts');

const usualSize = { width: 1100, height: 720 };
const chromiumPath = findChromium(process.env);

/** For `skip`: the reason why the window cannot be tried here, or `false`. */
export const noBrowser: string | false =
  chromiumPath === null && 'there is no Chromium on this machine; "npm test" installs one where it may';

/** Stands in for the preload: `window.passbook` over a binding, pushes by a function the test calls. */
const bridgeScript = `(() => {
  const listeners = {};
  window.passbook = {
    call: (name, request) => window.passbookCall(name, request),
    on: (name, listener) => {
      (listeners[name] ??= new Set()).add(listener);
      return () => listeners[name].delete(listener);
    },
  };
  window.passbookPush = (name, message) => { for (const listener of listeners[name] ?? []) listener(message); };
})()`;

/** The built window in a browser, with a double for the app behind it. */
export interface WindowPage {
  readonly page: Page;
  readonly app: BridgeDouble;
  /** What the page complained about: errors, refusals by the policy. Empty is right. */
  readonly complaints: readonly string[];
}

/** A browser with the window's page, built once for all tests of a file. */
export interface WindowStage {
  readonly folder: string;
  /**
   * Loads the window for a test. The next test with the same options gets the same browser page, loaded anew: a fresh
   * one costs four times as much. A test that leaves more behind than that (a clock, an answered permission) closes
   * its context.
   */
  readonly open: (state: AppState, options?: BrowserContextOptions) => Promise<WindowPage>;
  readonly close: () => Promise<void>;
}

/**
 * Serves the page as the app ships it and starts the browser. Close it in `after`. `languages`: a file that is
 * built in instead of src-renderer/words/languages.ts.
 */
export async function raiseWindowStage(languages?: string): Promise<WindowStage> {
  const { folder, remove } = await builtPage(languages);
  const server = await serveFolder(folder, contentPolicy);
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const shared = new Map<string, SharedPage>();
  return {
    folder,
    open: async (state, options = {}) => {
      const key = JSON.stringify(options);
      const known = shared.get(key);
      const page = known?.isOpen() === true ? known : await newPage(browser, options);
      shared.set(key, page);
      return page.show(state, `${server.origin}/index.html`);
    },
    close: async () => {
      await browser.close();
      await server.close();
      await remove();
    },
  };
}

/** The page built with the app, where that is of these sources; else one of its own. */
async function builtPage(
  languages?: string,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  if (languages === undefined && isBundleFresh(root)) {
    return { folder: join(root, 'out', 'renderer'), remove: async () => undefined };
  }
  const folder = await mkdtemp(join(tmpdir(), 'passbook-window-'));
  const alias = languages === undefined ? [] : [{ find: /^\.\/languages\.ts$/, replacement: languages }];
  await build({ configFile, resolve: { alias }, build: { outDir: folder }, logLevel: 'error' });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** A browser page that shows one app after the other. */
interface SharedPage {
  readonly isOpen: () => boolean;
  readonly show: (state: AppState, url: string) => Promise<WindowPage>;
}

/** One app behind the page, and what the page complained about meanwhile. */
interface Shown {
  readonly app: BridgeDouble;
  readonly complaints: string[];
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<SharedPage> {
  const context = await browser.newContext({
    viewport: usualSize,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  });
  const page = await context.newPage();
  let shown: Shown | null = null;
  let next: Shown | null = null;
  // Not earlier: the last calls of the document before must not reach the new app.
  page.on('framenavigated', () => {
    shown = next;
  });
  page.on('pageerror', (error) => shown?.complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') shown?.complaints.push(message.text());
  });
  await page.exposeFunction('passbookCall', (name: IpcCall, request: never) =>
    shown?.app.bridge.call(name, request),
  );
  await page.addInitScript(bridgeScript);

  const push = (from: Shown, name: IpcPush, message: unknown): void => {
    if (from !== shown) return;
    const told = page.evaluate(`window.passbookPush(${JSON.stringify(name)}, ${JSON.stringify(message)})`);
    told.catch((error: unknown) => from.complaints.push(String(error)));
  };
  return {
    isOpen: () => !page.isClosed(),
    show: async (state, url) => {
      const own: Shown = { app: createBridgeDouble(state), complaints: [] };
      for (const name of Object.keys(ipcPushes) as IpcPush[]) {
        own.app.bridge.on(name, (message) => push(own, name, message));
      }
      next = own;
      const { viewport = usualSize } = options;
      if (viewport !== null) await page.setViewportSize(viewport);
      await page.mouse.move(0, 0);
      await page.goto(url);
      return { page, ...own };
    },
  };
}
