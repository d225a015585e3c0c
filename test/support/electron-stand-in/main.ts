// What `electron APP [ARGUMENTS]` is for the real one. See docs/testing.md.
import { say } from './say.ts';
import { readFileSync } from 'node:fs';
import inspector from 'node:inspector';
import { openDevToolsDoor } from './chromium/devtools-door.ts';
import { findChromium } from './chromium/find-chromium.ts';
import { startChromium } from './chromium/start-chromium.ts';
import { startForwardProxy } from './net/forward-proxy.ts';
import { followDownloads } from './session/downloads.ts';
import { setRuntime } from './runtime.ts';
import { readCommandLine } from './start/command-line.ts';
import { endWithParent } from './start/end-with-parent.ts';
import { findApp, loadApp } from './start/load-app.ts';
import { hookElectron } from './start/module-hooks.ts';
import { app } from './app/app.ts';
import { isWindowPage, watchTargets } from './window/page-target.ts';

/** Longer than any main takes to load. */
const mainLoadLimitMs = 20_000;

const commandLine = readCommandLine(process.argv.slice(2), process.cwd());
const path = findChromium(process.env);
if (path === null) {
  say('The stand-in needs an installed Chromium: set PASSBOOK_CHROMIUM to its path.');
  process.exit(1);
}
const headful = process.env['PASSBOOK_STAND_IN_HEADFUL'] === '1';
const chromium = startChromium(path, { headful, proxyUrl: await startForwardProxy() });
process.on('exit', chromium.kill);

const end = (exitCode: number): never => {
  process.exit(exitCode);
};
setRuntime({ commandLine, cdp: chromium.cdp, headful, end });
endWithParent(() => end(1));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());

const electronVersion = (
  JSON.parse(
    readFileSync(new URL('../../../node_modules/electron/package.json', import.meta.url), 'utf8'),
  ) as {
    readonly version: string;
  }
).version;
Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true });
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: import.meta.dirname });
const executable = new URL('electron', import.meta.url).pathname;
process.execPath = executable;
process.argv.splice(0, 2, executable);

hookElectron();
if (commandLine.inspect) inspector.open(0, '127.0.0.1', false);
const { appPath } = commandLine;
if (appPath === null) {
  say('The stand-in needs an app to run: its folder or its main file.');
  process.exit(1);
}
const { facts, main } = findApp(appPath);
app.introduce(facts);

const chromiumReady = chromium.devToolsUrl.then(async (url) => {
  await Promise.all([watchTargets(), followDownloads()]);
  if (commandLine.remoteDebugging)
    say(`\nDevTools listening on ${await openDevToolsDoor(url, isWindowPage)}`);
});
// A person who closes the last window of a preview ends it; anything else that ends Chromium is a failure.
void chromium.cdp.whenClosed.then(() => end(headful ? 0 : 1));

const tooLong = setTimeout(() => {
  say('The main process does not finish loading. Electron is ready only after it has: do not await');
  say('app.whenReady() at its top level.');
  end(1);
}, mainLoadLimitMs);
try {
  await loadApp(main, commandLine.preloadModules);
} catch (error) {
  say('App threw an error during load');
  say(error);
  end(1);
}
clearTimeout(tooLong);
await chromiumReady;
app.begin();
