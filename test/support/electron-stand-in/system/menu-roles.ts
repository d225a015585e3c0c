import type { BrowserWindow } from '../window/browser-window.ts';
import { app } from '../app/app.ts';

/** What a role gives a menu item that says nothing more. */
interface MenuRole {
  readonly label: string;
  readonly accelerator?: string;
  /** Absent: the system, or the page itself, does it. */
  readonly act?: (window: BrowserWindow | null) => void;
  readonly submenu?: readonly { readonly role?: string; readonly type?: string }[];
  /** Chromium itself takes the keys in a page. */
  readonly byPage?: boolean;
}

const edit = (command: string) => (window: BrowserWindow | null) =>
  void window?.webContents.executeJavaScript(`document.execCommand('${command}')`);
const zoom = (step: number) => (window: BrowserWindow | null) =>
  window?.webContents.setZoomLevel(step === 0 ? 0 : window.webContents.getZoomLevel() + step);
const items = (...roles: readonly string[]): readonly { role?: string; type?: string }[] =>
  roles.map((role) => (role === '-' ? { type: 'separator' } : { role }));

/** Electron's `lib/browser/api/menu-item-roles.ts`, by lower-case name, as on Linux. */
export const menuRoles: Readonly<Record<string, MenuRole>> = {
  about: { label: 'About', act: () => app.showAboutPanel() },
  close: { label: 'Close Window', accelerator: 'CommandOrControl+W', act: (window) => window?.close() },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C', act: edit('copy'), byPage: true },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X', act: edit('cut'), byPage: true },
  delete: { label: 'Delete', act: edit('delete') },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V', act: edit('paste'), byPage: true },
  pasteandmatchstyle: { label: 'Paste and Match Style', act: edit('paste'), byPage: true },
  redo: { label: 'Redo', accelerator: 'Shift+CommandOrControl+Z', act: edit('redo'), byPage: true },
  selectall: { label: 'Select All', accelerator: 'CommandOrControl+A', act: edit('selectAll'), byPage: true },
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z', act: edit('undo'), byPage: true },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CommandOrControl+R',
    act: (window) => window?.webContents.reloadIgnoringCache(),
  },
  reload: {
    label: 'Reload',
    accelerator: 'CommandOrControl+R',
    act: (window) => window?.webContents.reload(),
  },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', act: (window) => window?.minimize() },
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q', act: () => app.quit() },
  resetzoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0', act: zoom(0) },
  zoomin: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus', act: zoom(0.5) },
  zoomout: { label: 'Zoom Out', accelerator: 'CommandOrControl+-', act: zoom(-0.5) },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: 'Ctrl+Shift+I',
    act: (window) => window?.webContents.toggleDevTools(),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    act: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  front: { label: 'Bring All to Front' },
  help: { label: 'Help' },
  hide: { label: 'Hide' },
  hideothers: { label: 'Hide Others' },
  unhide: { label: 'Show All' },
  services: { label: 'Services' },
  startspeaking: { label: 'Start Speaking' },
  stopspeaking: { label: 'Stop Speaking' },
  window: { label: 'Window' },
  zoom: { label: 'Zoom' },
  appmenu: { label: 'App', submenu: items('about', '-', 'quit') },
  filemenu: { label: 'File', submenu: items('quit') },
  editmenu: {
    label: 'Edit',
    submenu: items('undo', 'redo', '-', 'cut', 'copy', 'paste', 'delete', '-', 'selectAll'),
  },
  viewmenu: {
    label: 'View',
    submenu: items(
      'reload',
      'forceReload',
      'toggleDevTools',
      '-',
      'resetZoom',
      'zoomIn',
      'zoomOut',
      '-',
      'togglefullscreen',
    ),
  },
  windowmenu: { label: 'Window', submenu: items('minimize', 'zoom', 'close') },
};
