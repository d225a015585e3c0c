import assert from 'node:assert/strict';
import type { ElectronApplication } from 'playwright';
import type { AppState } from '#shared/ipc/app-state.ts';
import type { Notice } from '../../../src-main/app/notices.ts';
import type { TrayCommand, TrayModel } from '../../../src-main/app/tray-model.ts';
import type { TestProbe } from '../../../src-main/desktop/test-probe.ts';
import { eventually } from './eventually.ts';

declare global {
  var passbookProbe: TestProbe;
}

/** The main process as a spec sees it: the desktop around the window, and the demo bank behind its counter. */
export interface AppDesk {
  readonly state: () => Promise<AppState>;
  /** Resolves with the first state that is so; asks again until then. */
  readonly until: (isSo: (state: AppState) => boolean) => Promise<AppState>;
  readonly tray: () => Promise<TrayModel>;
  readonly untilTray: (isSo: (tray: TrayModel) => boolean) => Promise<TrayModel>;
  readonly clickTray: (command: TrayCommand) => Promise<void>;
  readonly notices: () => Promise<readonly Notice[]>;
  readonly clickNotice: (index: number) => Promise<void>;
  readonly openedLinks: () => Promise<readonly string[]>;
  /** What the taskbar was told so far: a fraction, 2 for "busy", -1 for nothing. */
  readonly taskbar: () => Promise<readonly number[]>;
  readonly windows: () => Promise<number>;
  readonly bankClient: () => Promise<{ readonly clientId: string; readonly clientSecret: string }>;
  readonly bankSecrets: () => Promise<readonly string[]>;
  /** Faults of docs/demo-bank.md, from now on. */
  readonly setBankFaults: (...faults: readonly unknown[]) => Promise<void>;
  readonly expireAccessTokens: () => Promise<void>;
  readonly listenIn: () => Promise<void>;
  readonly traffic: () => Promise<readonly string[]>;
}

/** The desk of a running app. */
export function openDesk(app: ElectronApplication): AppDesk {
  const state = (): Promise<AppState> =>
    app.evaluate(() => {
      const now = globalThis.passbookProbe.state();
      if (now === null) throw new Error('The app has no state yet');
      return now;
    });
  const tray = (): Promise<TrayModel> =>
    app.evaluate(() => {
      const now = globalThis.passbookProbe.tray();
      if (now === null) throw new Error('The app has no tray yet');
      return now;
    });
  return {
    state,
    until: (isSo) => eventually(state, isSo),
    tray,
    untilTray: (isSo) => eventually(tray, isSo),
    clickTray: (command) =>
      app.evaluate((_electron, each) => globalThis.passbookProbe.clickTray(each), command),
    notices: () => app.evaluate(() => globalThis.passbookProbe.notices),
    clickNotice: (index) => app.evaluate((_electron, at) => globalThis.passbookProbe.clickNotice(at), index),
    openedLinks: () => app.evaluate(() => globalThis.passbookProbe.openedLinks),
    taskbar: () => app.evaluate(() => globalThis.passbookProbe.taskbar),
    windows: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    bankClient: async () => {
      const client = await app.evaluate(() => globalThis.passbookProbe.bankClient());
      assert.ok(client !== null, 'no demo bank is running');
      return client;
    },
    bankSecrets: () => app.evaluate(() => globalThis.passbookProbe.bankSecrets()),
    setBankFaults: (...faults) =>
      app.evaluate((_electron, file) => globalThis.passbookProbe.setBankFaults(file), { faults }),
    expireAccessTokens: () => app.evaluate(() => globalThis.passbookProbe.expireAccessTokens()),
    listenIn: () => app.evaluate(() => globalThis.passbookProbe.listenIn()),
    traffic: () => app.evaluate(() => globalThis.passbookProbe.traffic()),
  };
}
