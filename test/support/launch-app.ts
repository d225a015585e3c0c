import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';

/** What the specs drive: they must not care. */
export type Driver = 'electron' | 'stand-in';

/** The desktop app, started in test mode. */
export interface LaunchedApp {
  readonly electronApp: ElectronApplication;
  readonly drives: Driver;
  /** The first window, loaded. */
  readonly firstWindow: () => Promise<Page>;
  /** Quits as the user would; resolves when the process has ended. */
  readonly close: () => Promise<void>;
}

/** `profile`: a folder for everything the app keeps. `appDir`: the project itself unless a test brings its own app. */
export interface LaunchOptions {
  readonly profile: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly appDir?: string;
}

const root = join(import.meta.dirname, '..', '..');
const standIn = join(import.meta.dirname, 'electron-stand-in', 'electron');

/** Path of Electron's own binary, when it is installed and has a screen (xvfb counts); else `null`. */
function electronBinary(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (process.env['PASSBOOK_STAND_IN'] === '1' || !existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  const { DISPLAY: x11, WAYLAND_DISPLAY: wayland } = process.env;
  const hasScreen = process.platform !== 'linux' || x11 !== undefined || wayland !== undefined;
  return hasScreen && existsSync(binary) ? binary : null;
}

/** The executable under test, for specs that start a second instance by hand. */
export const appExecutable = (): string => electronBinary() ?? standIn;

/** The run's first line says what it drives. */
export const describeDriver = (): string => {
  const binary = electronBinary();
  return binary === null
    ? 'End-to-end specs drive: the Electron stand-in (Node and Chromium), since no Electron binary with a screen is here'
    : `End-to-end specs drive: Electron (${binary})`;
};

/** What `launchApp` passes, for specs that start a second instance by hand. */
export function appArguments({ profile, args = [], appDir = root }: LaunchOptions): readonly string[] {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...sandbox, appDir, '--test-mode', '--profile', profile, ...args];
}

/** Starts the app and connects to it. Who launches closes. */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const electronApp = await _electron.launch({
    executablePath: appExecutable(),
    args: [...appArguments(options)],
    cwd: root,
    // Otherwise Playwright shows every page in light, whatever the app's theme.
    colorScheme: null,
    env: { ...inheritedEnvironment(), ...options.env },
  });
  return {
    electronApp,
    drives: electronBinary() === null ? 'stand-in' : 'electron',
    firstWindow: async () => {
      const page = await electronApp.firstWindow();
      await page.waitForLoadState();
      return page;
    },
    close: () => electronApp.close(),
  };
}

const inheritedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
