import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { build } from 'vite';
import type { AppState } from '#shared/ipc/app-state.ts';
import { ipcPushes, type IpcCall, type IpcPush } from '#shared/ipc/ipc-contract.ts';
import { findChromium } from '../electron-stand-in/chromium/find-chromium.ts';
import { createBridgeDouble, type BridgeDouble } from '../bridge-double.ts';
import { serveFolder } from './serve-folder.ts';

/** As main sends it with every page (design, section 9). */
const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'";
const configFile = join(import.meta.dirname, '..', '..', '..', 'renderer.vite.config.ts');

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
  readonly open: (state: AppState, options?: BrowserContextOptions) => Promise<WindowPage>;
  readonly close: () => Promise<void>;
}

/** Builds the page as the app ships it, serves it, starts the browser. Close it in `after`. */
export async function raiseWindowStage(): Promise<WindowStage> {
  const folder = await mkdtemp(join(tmpdir(), 'passbook-window-'));
  await build({ configFile, build: { outDir: folder }, logLevel: 'error' });
  const server = await serveFolder(folder, contentPolicy);
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  return {
    folder,
    open: (state, options) => openPage(browser, server.origin, state, options),
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function openPage(
  browser: Browser,
  origin: string,
  state: AppState,
  options: BrowserContextOptions = {},
): Promise<WindowPage> {
  const context = await browser.newContext({
    viewport: { width: 1100, height: 720 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  const app = createBridgeDouble(state);
  await page.exposeFunction('passbookCall', (name: IpcCall, request: never) =>
    app.bridge.call(name, request),
  );
  await page.addInitScript(bridgeScript);
  for (const name of Object.keys(ipcPushes) as IpcPush[]) {
    app.bridge.on(name, (message) => {
      const told = page.evaluate(`window.passbookPush(${JSON.stringify(name)}, ${JSON.stringify(message)})`);
      told.catch((error: unknown) => complaints.push(String(error)));
    });
  }
  await page.goto(`${origin}/index.html`);
  return { page, app, complaints };
}
