import { app } from '../app/app.ts';
import { ipcMain } from '../ipc/ipc-main.ts';
import { net } from '../net/net.ts';
import { protocol } from '../net/protocol.ts';
import { refusing } from '../refuse-missing.ts';
import { session } from '../session/session.ts';
import { clipboard } from '../system/clipboard.ts';
import { dialog } from '../system/dialog.ts';
import { Menu, MenuItem } from '../system/menu.ts';
import { nativeImage } from '../system/native-image.ts';
import { Notification } from '../system/notification.ts';
import { powerMonitor } from '../system/power-monitor.ts';
import { screen } from '../system/screen.ts';
import { shell } from '../system/shell.ts';
import { Tray } from '../system/tray.ts';
import { nativeTheme } from '../system/native-theme.ts';
import { BrowserWindow } from '../window/browser-window.ts';
import { WebContents } from '../window/web-contents.ts';
import { absentModules } from './absent-modules.ts';

/** What `require('electron')` gives in the main process. */
export const electronModule: Readonly<Record<string, unknown>> = refusing('electron', {
  ...absentModules,
  app,
  BrowserWindow: refusing('BrowserWindow', BrowserWindow),
  ipcMain,
  clipboard,
  crashReporter: refusing('crashReporter', { start: () => undefined }),
  dialog,
  Menu: refusing('Menu', Menu),
  MenuItem: refusing('MenuItem', MenuItem),
  nativeImage,
  nativeTheme,
  net,
  Notification: refusing('Notification', Notification),
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  systemPreferences: refusing('systemPreferences', {}),
  Tray: refusing('Tray', Tray),
  webContents: refusing('webContents', {
    getAllWebContents: WebContents.getAllWebContents,
    getFocusedWebContents: WebContents.getFocusedWebContents,
    fromId: WebContents.fromId,
    fromDevToolsTargetId: WebContents.fromDevToolsTargetId,
  }),
});
