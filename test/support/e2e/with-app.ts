import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import type { DemoOptions } from '../../../src-main/settings/launch-options.ts';
import { findChromium } from '../electron-stand-in/chromium/find-chromium.ts';
import { appExecutable, launchApp, type LaunchedApp } from '../launch-app.ts';
import { openDesk, type AppDesk } from './app-desk.ts';
import { passbookWindow, type PassbookWindow } from './passbook-window.ts';

/** A started app in a throw-away profile. Its window and desk are those of the present run: ask again after `restart`. */
export interface AppUnderSpec {
  readonly window: PassbookWindow;
  readonly desk: AppDesk;
  readonly electronApp: ElectronApplication;
  readonly profile: string;
  readonly ledgerPath: string;
  /** The user closes the window; the app stays in the tray. */
  readonly closeWindow: () => Promise<void>;
  /** What opens the window again, such as a click in the tray; resolves with the new window loaded. */
  readonly windowOpenedBy: (opens: () => Promise<void>) => Promise<AppUnderSpec>;
  /** Quits in order and starts the app again on the same profile. */
  readonly restart: () => Promise<AppUnderSpec>;
  /** Kills the app, as a crash or a power cut would, and starts it again on the same profile. */
  readonly killAndStart: () => Promise<AppUnderSpec>;
  /** A picture of the window into `artifacts/e2e`, for who wants to look. */
  readonly picture: (name: string) => Promise<void>;
}

/** How to start it. `demo`: what the demo bank is like, where it is not the `household`'s: a small one unless told. */
export interface AppWish {
  readonly demo?: DemoOptions;
  readonly household?: 'small' | 'whole';
  readonly args?: readonly string[];
}

/** A household small enough to sync in about a second. */
const smallHousehold = { accounts: 2, cards: 1, transactions: 120, days: 60, latencyMs: 0 } as const;

/** For `skip`: why the app cannot be driven here, or `false`. */
export const noApp: string | false =
  appExecutable().includes('stand-in') &&
  findChromium(process.env) === null &&
  'neither Electron nor a Chromium is on this machine; "npm test" installs Chromium where it may';

/** Kept after the run. */
const pictures = join(import.meta.dirname, '..', '..', '..', 'artifacts', 'e2e');

/** Where `picture` puts what it takes. */
export const picturePath = (title: string): string => join(pictures, `${title}.png`);

/** Starts the app, plays, and takes everything down again; what the window looked like when a spec failed is kept. */
export async function withApp(
  name: string,
  wish: AppWish,
  play: (app: AppUnderSpec) => Promise<void>,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'passbook-e2e-'));
  mkdirSync(pictures, { recursive: true });
  const demo = JSON.stringify({ ...(wish.household === 'whole' ? {} : smallHousehold), ...wish.demo });
  let open: LaunchedApp | null = null;
  let page: Page | null = null;

  const start = async (): Promise<AppUnderSpec> => {
    const launched = await launchApp({ profile, args: ['--demo-options', demo, ...(wish.args ?? [])] });
    open = launched;
    return under(launched, await launched.firstWindow());
  };
  const under = (launched: LaunchedApp, shown: Page): AppUnderSpec => {
    page = shown;
    const { electronApp } = launched;
    const desk = openDesk(electronApp);
    return {
      window: passbookWindow(shown),
      desk,
      electronApp,
      profile,
      ledgerPath: join(profile, 'ledger.sqlite'),
      closeWindow: async () => {
        const closed = shown.waitForEvent('close');
        await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
        await closed;
      },
      windowOpenedBy: async (opens) => {
        const [opened] = await Promise.all([electronApp.waitForEvent('window'), opens()]);
        await opened.waitForLoadState();
        return under(launched, opened);
      },
      restart: async () => {
        await launched.close();
        return start();
      },
      killAndStart: async () => {
        const main = electronApp.process();
        const ended = once(main, 'exit');
        main.kill('SIGKILL');
        await ended;
        return start();
      },
      picture: async (title) => {
        await shown.screenshot({ path: picturePath(title) });
      },
    };
  };

  try {
    await play(await start());
  } catch (error) {
    await lastPicture(page, name);
    throw error;
  } finally {
    await (open as LaunchedApp | null)?.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function lastPicture(page: Page | null, name: string): Promise<void> {
  const path = join(pictures, `failed-${name.replaceAll(/\W+/g, '-').slice(0, 80)}.png`);
  await page?.screenshot({ path, timeout: 5000 }).catch(() => undefined);
}
