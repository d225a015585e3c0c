import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appSettingsSchema, defaultAppSettings } from '#shared/ipc/app-settings.ts';
import type { AppState } from '#shared/ipc/app-state.ts';
import { type AppCore, createAppCore } from '../../../src-main/app/app-core.ts';
import type { AppDeps } from '../../../src-main/app/app-deps.ts';
import { createAccessTokens } from '../../../src-main/auth/access-tokens.ts';
import { authorise } from '../../../src-main/auth/authorise.ts';
import { revoke } from '../../../src-main/auth/revoke.ts';
import type { DemoBankDoor } from '../../../src-main/connect/demo-bank-port.ts';
import { freePort } from '../../../src-main/connect/free-port.ts';
import { appMemorySchema, emptyMemory } from '../../../src-main/settings/app-memory.ts';
import { openJsonFile } from '../../../src-main/settings/json-file.ts';
import { ledgerPathsOf, openLedgerPlace } from '../../../src-main/settings/ledger-place.ts';
import type { DemoOptions } from '../../../src-main/settings/launch-options.ts';
import { createLedgerThread } from '../../../src-main/sync/ledger-thread.ts';
import { createSyncRunner } from '../../../src-main/sync/sync-runner.ts';
import * as demoBank from '../../../src-demo-bank/start-demo-bank.ts';
import { realClock } from '../real-clock.ts';
import { workerFile } from '../worker-file.ts';
import { recordingDesktop, type RecordingDesktop } from './recording-desktop.ts';

/** The desktop app without Electron: real threads, ledger and demo bank in a folder of its own. */
export interface AppStage {
  readonly core: AppCore;
  readonly desktop: RecordingDesktop;
  readonly deps: AppDeps;
  /** Resolves with the first state, present or to come, that is so. */
  readonly until: (isSo: (state: AppState) => boolean) => Promise<AppState>;
  /** Ends the app in order and starts it again on the same folder. */
  readonly restart: () => Promise<AppStage>;
}

const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  protect: () => undefined,
  close: () => undefined,
};

/** Plays with a started app in test mode and takes everything down again. */
export async function withAppStage(
  demo: DemoOptions,
  play: (stage: AppStage) => Promise<void>,
  changes: Partial<AppDeps> = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-app-'));
  let open: AppStage | null = null;
  const start = async (): Promise<AppStage> => {
    const desktop = recordingDesktop();
    const deps = { ...realDeps(folder, demo, desktop), ...changes };
    const core = createAppCore(deps);
    await core.start();
    const stage: AppStage = {
      core,
      desktop,
      deps,
      until: (isSo) => untilState(core, isSo),
      restart: async () => {
        await core.close();
        return start();
      },
    };
    open = stage;
    return stage;
  };
  try {
    await play(await start());
  } finally {
    await (open as AppStage | null)?.core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Far more than anything takes: a state that never comes must fail its test, which would else wait for ever. */
const patienceMs = 60_000;

function untilState(core: AppCore, isSo: (state: AppState) => boolean): Promise<AppState> {
  const { promise, resolve, reject } = Promise.withResolvers<AppState>();
  const timer = setTimeout(() => {
    const { connect, progress, connections } = core.state();
    reject(
      new Error(`Still not so: ${isSo.toString()}\n${JSON.stringify({ connect, progress, connections })}`),
    );
  }, patienceMs);
  const stop = core.subscribe((state) => {
    if (isSo(state)) resolve(state);
  });
  return promise.finally(() => {
    clearTimeout(timer);
    stop();
  });
}

function realDeps(folder: string, demo: DemoOptions, desktop: RecordingDesktop): AppDeps {
  const ledgerPlace = openLedgerPlace(folder);
  return {
    desktop,
    appVersion: '0.0.0',
    launch: { testMode: { profile: folder, demo }, nowMs: null, hidden: false },
    clock: realClock,
    clockOffsetMs: 0,
    log: silent,
    ledger: createLedgerThread({ workerFile }),
    longTasks: createLedgerThread({ workerFile, starts: 'when-needed' }),
    ledgerPlace,
    ledgerPaths: ledgerPathsOf(folder, ledgerPlace),
    settings: openJsonFile(join(folder, 'settings.json'), appSettingsSchema.unwrap(), defaultAppSettings),
    memory: openJsonFile(join(folder, 'memory.json'), appMemorySchema, emptyMemory),
    createSyncRunner: (deps) => createSyncRunner({ ...deps, workerFile }),
    createAccessTokens: (deps) => createAccessTokens({ ...deps, fetch }),
    openKeychain: () => Promise.reject(new Error('A test never opens the keychain')),
    authorise: (deps, request) => authorise({ ...deps, fetch, randomBytes }, request),
    revoke: (authUrl, accessToken) => revoke(fetch, authUrl, accessToken),
    outwardAddress: () => Promise.resolve('127.0.0.1'),
    newId: randomUUID,
    visit: async (url) => void (await fetch(url)).body?.cancel(),
    freePort,
    loadDemoBank: () => Promise.resolve(demoBank as unknown as DemoBankDoor),
  };
}
