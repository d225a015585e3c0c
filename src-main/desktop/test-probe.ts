import type { AppSettings } from '#shared/ipc/app-settings.ts';
import type { AppState } from '#shared/ipc/app-state.ts';
import type { Notice } from '../app/notices.ts';
import type { TrayCommand, TrayModel } from '../app/tray-model.ts';

/**
 * What specs see of the desktop in test mode, where browser, notifications and login items are recorded and not used.
 * Read by `electronApp.evaluate(() => globalThis.__passbookTest)`; there is nothing of the kind in normal mode.
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
}

/** The same with what records. */
export interface TestRecords {
  readonly notices: Notice[];
  readonly openedLinks: string[];
  readonly clipboard: string[];
  readonly revealedFiles: string[];
  readonly appliedSettings: AppSettings[];
  readonly taskbar: number[];
}

/** Nothing yet. */
export const emptyRecords = (): TestRecords => ({
  notices: [],
  openedLinks: [],
  clipboard: [],
  revealedFiles: [],
  appliedSettings: [],
  taskbar: [],
});

/** Makes the probe reachable for a debugger. Called in test mode only. */
export function exposeTestProbe(probe: TestProbe): void {
  Object.defineProperty(globalThis, '__passbookTest', { value: probe });
}
