import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appSettingsSchema, defaultAppSettings } from '#shared/ipc/app-settings.ts';
import { createAccessTokens } from './auth/access-tokens.ts';
import { authorise } from './auth/authorise.ts';
import { hostTrouble } from './auth/host-trouble.ts';
import { openTokenStore } from './auth/open-token-store.ts';
import { outwardAddress } from './auth/outward-address.ts';
import { revoke } from './auth/revoke.ts';
import { abortableSleep } from './clock/abortable-sleep.ts';
import { movedClock } from './clock/moved-clock.ts';
import { demoBankInThread } from './connect/demo-bank-thread.ts';
import { freePort } from './connect/free-port.ts';
import { runDesktop } from './desktop/run-desktop.ts';
import { openLogFile, logPathOf } from './log/log-file.ts';
import { createRedactor } from './log/redactor.ts';
import { appMemorySchema, emptyMemory } from './settings/app-memory.ts';
import { readAppVersion } from './settings/app-version.ts';
import { dataFolder } from './settings/data-folder.ts';
import { openJsonFile } from './settings/json-file.ts';
import { ledgerPathIn, ledgerPathsOf, openLedgerPlace } from './settings/ledger-place.ts';
import { readLaunchOptions } from './settings/launch-options.ts';
import { unpackedFile } from './settings/unpacked-file.ts';
import { createLedgerThread } from './sync/ledger-thread.ts';
import { createSyncRunner } from './sync/sync-runner.ts';

// All are beside or above the bundle, out/main/main.js.
const beside = (path: string): URL => new URL(path, import.meta.url);
const workerFile = unpackedFile(beside('./worker.js'));
const demoBankFile = unpackedFile(beside('./demo-bank-thread.js'));
const files = {
  preload: fileURLToPath(beside('../preload/preload.cjs')),
  pageFolder: fileURLToPath(beside('../renderer')),
  trayIconFolder: fileURLToPath(beside('../../resources/tray')),
};

const launch = readLaunchOptions(process.argv);
if ('problem' in launch) {
  process.stderr.write(`${launch.problem}\n`);
  process.exit(2);
}
const { testMode, nowMs } = launch.options;
const folder = testMode?.profile ?? dataFolder();
const ledgerPlace = openLedgerPlace(folder);
const real = ledgerPathIn(folder, ledgerPlace);

/** The desktop app: puts the real parts together. */
runDesktop(launch.options, files, (desktop) => {
  const clockOffsetMs = nowMs === null ? 0 : nowMs - Date.now();
  const clock = movedClock({ nowMs: Date.now, sleep: abortableSleep }, clockOffsetMs);
  return {
    desktop,
    launch: launch.options,
    clock,
    clockOffsetMs,
    appVersion: readAppVersion(beside('../../package.json')),
    log: openLogFile(logPathOf(real), createRedactor(), clock.nowMs),
    ledger: createLedgerThread({ workerFile }),
    longTasks: createLedgerThread({ workerFile, starts: 'when-needed' }),
    ledgerPlace,
    ledgerPaths: ledgerPathsOf(
      folder,
      ledgerPlace,
      testMode === null ? join(folder, 'demo.sqlite') : undefined,
    ),
    settings: openJsonFile(join(folder, 'settings.json'), appSettingsSchema.unwrap(), defaultAppSettings),
    memory: openJsonFile(join(folder, 'memory.json'), appMemorySchema, emptyMemory),
    createSyncRunner: (deps) => createSyncRunner({ ...deps, workerFile }),
    createAccessTokens: (deps) => createAccessTokens({ ...deps, fetch }),
    openKeychain: () => openTokenStore('keychain'),
    authorise: (deps, request) => authorise({ ...deps, fetch, randomBytes, hostTrouble }, request),
    revoke: (authUrl, accessToken) => revoke(fetch, authUrl, accessToken),
    outwardAddress,
    newId: randomUUID,
    visit: async (url) => void (await fetch(url)).body?.cancel(),
    freePort,
    loadDemoBank: () => Promise.resolve(demoBankInThread(demoBankFile, clockOffsetMs)),
  };
});
