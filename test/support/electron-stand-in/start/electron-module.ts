import { app } from '../app/app.ts';
import { ipcMain } from '../ipc/ipc-main.ts';
import { protocol } from '../net/protocol.ts';
import { refusing } from '../refuse-missing.ts';
import { session } from '../session/session.ts';
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
  nativeTheme,
  protocol,
  session,
  webContents: refusing('webContents', {
    getAllWebContents: WebContents.getAllWebContents,
    getFocusedWebContents: WebContents.getFocusedWebContents,
    fromId: WebContents.fromId,
    fromDevToolsTargetId: WebContents.fromDevToolsTargetId,
  }),
});
