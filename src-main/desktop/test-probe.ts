import type { AppSettings } from '#shared/ipc/app-settings.ts';
import type { AppState, Place } from '#shared/ipc/app-state.ts';
import type { Notice } from '../app/notices.ts';
import type { TrayCommand, TrayModel } from '../app/tray-model.ts';
import type { TestRecords } from './test-records.ts';

/**
 * What specs see of the desktop in test mode, where browser, notifications and login items are recorded and not used.
 * Read by `electronApp.evaluate(() => globalThis.passbookProbe)`; there is nothing of the kind in normal mode.
 */
export interface TestProbe {
  readonly state: () => AppState | null;
  readonly tray: () => TrayModel | null;
  /** As a click on that row of the tray's menu. */
  readonly clickTray: (command: TrayCommand) => void;
  readonly notices: readonly Notice[];
  /** As a click on that notification. */
  readonly clickNotice: (index: number) => void;
  /** Addresses handed to the system's browser. */
  readonly openedLinks: readonly string[];
  readonly clipboard: readonly string[];
  readonly revealedFiles: readonly string[];
  readonly appliedSettings: readonly AppSettings[];
  /** What the taskbar was told, in order, repetitions left out. */
  readonly taskbar: readonly number[];
  /** As after the machine's sleep. */
  readonly wake: () => void;
  /** The client the running demo bank knows, for the sandbox and live doors, which lead to it in test mode. */
  readonly bankClient: () => { readonly clientId: string; readonly clientSecret: string } | null;
  readonly bankSecrets: () => Promise<readonly string[]>;
  /** The content of a fault file (docs/demo-bank.md). From now on, with counts that start anew. */
  readonly setBankFaults: (file: unknown) => Promise<void>;
  readonly expireAccessTokens: () => Promise<void>;
  /** From now on everything that crosses between the window and main is kept, both ways, as JSON. */
  readonly listenIn: () => void;
  readonly traffic: () => readonly string[];
}

/** What the probe needs of the running app. */
export interface Probed {
  readonly state: () => AppState;
  readonly tray: () => TrayModel;
  readonly clickTray: (command: TrayCommand) => void;
  readonly openPlace: (place: Place) => void;
  readonly wake: () => void;
}

/** Makes the probe reachable for a debugger. Called in test mode only. */
export function exposeTestProbe(records: TestRecords, { openPlace, ...app }: Probed): void {
  const { notices, openedLinks, clipboard, revealedFiles, appliedSettings, taskbar } = records;
  const probe: TestProbe = {
    notices,
    openedLinks,
    clipboard,
    revealedFiles,
    appliedSettings,
    taskbar,
    ...app,
    clickNotice: (index) => {
      const notice = notices[index];
      if (notice !== undefined) openPlace(notice.place);
    },
    bankClient: () =>
      records.bank && { clientId: records.bank.clientId, clientSecret: records.bank.clientSecret },
    bankSecrets: async () => (await records.bank?.control?.issuedSecrets()) ?? [],
    setBankFaults: async (file) => {
      const decoded = records.bankDoor?.decodeFaultFile(file);
      if (decoded?.ok !== true) throw new Error(decoded?.problem ?? 'No demo bank is running');
      await records.bank?.control?.setFaults(decoded.value);
    },
    expireAccessTokens: async () => records.bank?.control?.expireAccessTokens(),
    listenIn: () => {
      records.traffic ??= [];
    },
    traffic: () => records.traffic ?? [],
  };
  Object.defineProperty(globalThis, 'passbookProbe', { value: probe });
}
