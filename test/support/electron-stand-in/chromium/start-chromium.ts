import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { connectPipe, type CdpConnection } from './cdp-connection.ts';
import { createProfileFolder, removeFolder } from './profile-folder.ts';

/** The Chromium that draws the windows. */
export interface Chromium {
  readonly cdp: CdpConnection;
  /** `ws://127.0.0.1:PORT/devtools/browser/...` */
  readonly devToolsUrl: Promise<string>;
  /** Ends it at once and clears its profile away. */
  readonly kill: () => void;
}

const switches = [
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--disable-popup-blocking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
  '--password-store=basic',
  '--use-mock-keychain',
  '--force-color-profile=srgb',
  '--hide-crash-restore-bubble',
  // Chrome's own guards that Electron does not have: they must not do the app's work for it.
  `--disable-features=${[
    'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable',
    'LocalNetworkAccessChecks',
    'Translate',
    'MediaRouter',
    'PaintHolding',
    'OptimizationHints',
    'NetworkTimeServiceQuerying',
    'AimEnabled',
    'PreconnectToSearch',
  ].join(',')}`,
  '--enable-features=SkipListAccountsWithoutGaiaCookies',
  '--disable-field-trial-config',
  '--disable-search-engine-choice-screen',
  '--disable-component-extensions-with-background-pages',
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
];

/** What the user of the stand-in chose. `proxyUrl`: where everything the windows ask of a network must pass. */
export interface ChromiumOptions {
  readonly headful: boolean;
  readonly proxyUrl: string;
}

/**
 * Starts Chromium so that it cannot outlive this process: it ends itself when its DevTools pipe breaks, and that
 * happens even when this process is killed.
 */
export function startChromium(path: string, { headful, proxyUrl }: ChromiumOptions): Chromium {
  const profile = createProfileFolder();
  const args = [
    ...switches,
    ...(headful && process.getuid?.() !== 0 ? [] : ['--no-sandbox']),
    ...(headful ? [] : ['--headless=new', '--hide-scrollbars', '--mute-audio']),
    `--user-data-dir=${profile}`,
    `--proxy-server=${proxyUrl}`,
    '--proxy-bypass-list=<-loopback>',
  ];
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: true });
  const [, , stderr, input, output] = child.stdio as [null, null, Readable, Writable, Readable];
  const kill = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    removeFolder(profile);
  };
  const devToolsUrl = new Promise<string>((resolve, reject) => {
    let text = '';
    stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-20_000);
      const url = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`Chromium ended before it was ready:\n${text}`)));
  });
  return { cdp: connectPipe(input, output), devToolsUrl, kill };
}
