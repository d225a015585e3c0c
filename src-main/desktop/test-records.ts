import type { AppSettings } from '#shared/ipc/app-settings.ts';
import type { AppDeps } from '../app/app-deps.ts';
import type { Notice } from '../app/notices.ts';
import type { DemoBankDoor, RunningDemoBank } from '../connect/demo-bank-port.ts';

/** What test mode writes down instead of doing it, for the probe. */
export interface TestRecords {
  readonly notices: Notice[];
  readonly openedLinks: string[];
  readonly clipboard: string[];
  readonly revealedFiles: string[];
  readonly appliedSettings: AppSettings[];
  readonly taskbar: number[];
  /** `null` while nobody listens in: a long sync says a lot. */
  traffic: string[] | null;
  bankDoor: DemoBankDoor | null;
  bank: RunningDemoBank | null;
}

/** Nothing yet. */
export const emptyRecords = (): TestRecords => ({
  notices: [],
  openedLinks: [],
  clipboard: [],
  revealedFiles: [],
  appliedSettings: [],
  taskbar: [],
  traffic: null,
  bankDoor: null,
  bank: null,
});

/** The same app, with the demo bank it starts written down. */
export const rememberingBank = (deps: AppDeps, records: TestRecords): AppDeps => ({
  ...deps,
  loadDemoBank: async () => {
    const door = await deps.loadDemoBank();
    records.bankDoor = door;
    return {
      decodeFaultFile: door.decodeFaultFile,
      startDemoBank: async (settings) => {
        records.bank = await door.startDemoBank(settings);
        return records.bank;
      },
    };
  },
});
