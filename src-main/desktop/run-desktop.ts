import { join } from 'node:path';
import { app, BrowserWindow, Menu, powerMonitor, session } from 'electron';
import type { Place } from '#shared/ipc/app-state.ts';
import { createAppCore, type AppCore } from '../app/app-core.ts';
import type { AppDeps, Desktop } from '../app/app-deps.ts';
import { type TrayCommand, trayModel, type TrayModel } from '../app/tray-model.ts';
import type { LaunchOptions } from '../settings/launch-options.ts';
import { appMenu } from './app-menu.ts';
import { createAppTray, type AppTray } from './app-tray.ts';
import { desktopServices } from './desktop-services.ts';
import { guardContents } from './guard-contents.ts';
import { guardSession } from './guard-session.ts';
import { createMainWindow, type MainWindow } from './main-window.ts';
import { quitInOrder } from './quit-in-order.ts';
import { declareAppScheme, serveAppFiles } from './serve-app-files.ts';
import { serveIpc } from './serve-ipc.ts';
import { taskbarProgress } from './taskbar-progress.ts';
import { exposeTestProbe } from './test-probe.ts';
import { emptyRecords, rememberingBank, type TestRecords } from './test-records.ts';

/** The files the desktop shows, wherever the bundler put them. Absolute paths. */
export interface DesktopFiles {
  readonly preload: string;
  readonly pageFolder: string;
  readonly trayIconFolder: string;
}

/** How to make everything that is not the desktop. */
export type MakeDeps = (desktop: Desktop) => AppDeps;

/** Runs the app under Electron until it is quit. Called once, before Electron is ready. */
export function runDesktop(launch: LaunchOptions, files: DesktopFiles, makeDeps: MakeDeps): void {
  app.setName('Passbook');
  if (launch.testMode !== null) app.setPath('userData', join(launch.testMode.profile, 'electron'));
  // Before anything is opened: two of them on one ledger would each show half the truth.
  if (!app.requestSingleInstanceLock()) return app.quit();
  if (process.platform === 'win32') app.setAppUserModelId('org.passbook.desktop');
  declareAppScheme();

  const records = launch.testMode === null ? null : emptyRecords();
  let deps: AppDeps | null = null;
  const window = createMainWindow({
    preloadFile: files.preload,
    recall: () => deps?.memory.read().window ?? null,
    remember: (place) => deps?.memory.write({ ...deps.memory.read(), window: place }),
    onPush: (pushed) => records?.traffic?.push(JSON.stringify(pushed)),
  });
  const openPlace = (place: Place): void => {
    window.show();
    window.openPlace(place);
  };
  deps = makeDeps(desktopServices(window, (notice) => openPlace(notice.place), records));
  if (records !== null) deps = rememberingBank(deps, records);
  const core = createAppCore(deps);
  guardContents(app, deps.log);
  quitInOrder(app, deps.log, async () => {
    // First: what its fields hold is stored while there still is a ledger.
    await window.leave();
    await core.close();
  });
  app.on('second-instance', window.show);
  app.on('activate', window.show);
  const { settings } = deps;
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' && !settings.read().keepInTray) app.quit();
  });
  void app.whenReady().then(() => present({ core, window, files, launch, records, openPlace, deps }));
}

interface Presented {
  readonly core: AppCore;
  readonly window: MainWindow;
  readonly files: DesktopFiles;
  readonly launch: LaunchOptions;
  readonly records: TestRecords | null;
  readonly openPlace: (place: Place) => void;
  readonly deps: AppDeps;
}

/** Shows the app: everything that needs Electron to be ready. */
async function present(shown: Presented): Promise<void> {
  const { core, window, files, launch, records, openPlace, deps } = shown;
  const calls: AppCore['calls'] = {
    ...core.calls,
    'window.left': (nothing) => {
      window.pageHasLeft();
      return core.calls['window.left'](nothing);
    },
  };
  guardSession(session.defaultSession);
  serveAppFiles(files.pageFolder);
  serveIpc({
    calls,
    log: deps.log,
    ownContents: window.contents,
    onAnswered: window.pageIsUp,
    onCall: (call) => records?.traffic?.push(JSON.stringify(call)),
  });

  const run = (command: TrayCommand): void => {
    void runTrayCommand(command, core, window);
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      appMenu(process.platform, {
        syncNow: () => run('sync-now'),
        cancelSync: () => run('cancel'),
        open: openPlace,
        openWindow: window.show,
        revealLedger: () => void calls['ledger.reveal'](null),
        openDocs: () => void calls['link.open']({ page: 'truelayer-docs' }),
      }),
    ),
  );
  const tray = openTray(files, run, deps);
  core.subscribe((state) => {
    window.showProgress(state.progress);
    const bar = taskbarProgress(state.progress);
    if (records !== null && records.taskbar.at(-1) !== bar) records.taskbar.push(bar);
    tray?.show(trayModel(state, deps.clock.nowMs()));
  });
  powerMonitor.on('resume', core.wake);
  if (records !== null) {
    const tray = (): TrayModel => trayModel(core.state(), deps.clock.nowMs());
    exposeTestProbe(records, { state: core.state, tray, clickTray: run, openPlace, wake: core.wake });
  }
  // Before the window: it opens in the theme that was chosen, not in the system's.
  const started = core.start();
  if (!launch.hidden) window.show();
  await started;
}

/** A desktop without a tray (some Linux ones) gets none, and then closing the window should not hide the app for ever. */
function openTray(files: DesktopFiles, run: (command: TrayCommand) => void, deps: AppDeps): AppTray | null {
  try {
    const tray = createAppTray(files.trayIconFolder, run);
    app.on('will-quit', tray.destroy);
    return tray;
  } catch (error) {
    deps.log.warn('There is no tray here', { detail: String(error) });
    app.on('window-all-closed', () => app.quit());
    return null;
  }
}

async function runTrayCommand(command: TrayCommand, { calls }: AppCore, window: MainWindow): Promise<void> {
  switch (command) {
    case 'sync-now':
      await calls['sync.start']({});
      return;
    case 'cancel':
      await calls['sync.cancel'](null);
      return;
    case 'pause-hour':
      await calls['background.pause']({ until: 'hour' });
      return;
    case 'pause-tomorrow':
      await calls['background.pause']({ until: 'tomorrow' });
      return;
    case 'resume':
      await calls['background.resume'](null);
      return;
    case 'open':
      return window.show();
    case 'quit':
      for (const each of BrowserWindow.getAllWindows()) each.close();
      return app.quit();
  }
}
