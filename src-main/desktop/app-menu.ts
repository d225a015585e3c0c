import type { MenuItemConstructorOptions } from 'electron';
import type { Place } from '#shared/ipc/app-state.ts';
import { menuWords } from '../words/words.ts';

/** What the menu does beyond the system's own roles. */
export interface AppMenuActions {
  readonly syncNow: () => void;
  readonly cancelSync: () => void;
  readonly open: (place: Place) => void;
  readonly openWindow: () => void;
  readonly revealLedger: () => void;
  readonly openDocs: () => void;
}

/**
 * The application's menu, with the roles and shortcuts people know. No reload and no developer tools: neither is of use
 * in a released app, and a reload in the middle of a sync only confuses.
 */
export function appMenu(platform: NodeJS.Platform, actions: AppMenuActions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const settings: MenuItemConstructorOptions = {
    label: menuWords.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.open({ kind: 'settings' }),
  };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [macAppMenu(settings)] : []),
    {
      label: menuWords.file,
      submenu: [
        { label: menuWords.syncNow, accelerator: 'CmdOrCtrl+Shift+S', click: actions.syncNow },
        { label: menuWords.cancelSync, accelerator: 'CmdOrCtrl+.', click: actions.cancelSync },
        separator,
        {
          label: menuWords.connect,
          accelerator: 'CmdOrCtrl+N',
          click: () => actions.open({ kind: 'connect' }),
        },
        { label: menuWords.showLedger, click: actions.revealLedger },
        separator,
        ...(isMac ? [] : [settings, separator]),
        { role: 'close' },
        ...(isMac ? [] : [{ role: 'quit', label: menuWords.quit, accelerator: 'Ctrl+Q' } as const]),
      ],
    },
    { role: 'editMenu' },
    {
      label: menuWords.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    {
      role: 'windowMenu',
      submenu: [
        { role: 'minimize' },
        // No key of its own: Ctrl and 0 is the zoom's.
        { label: menuWords.app, click: actions.openWindow },
      ],
    },
    {
      role: 'help',
      submenu: [
        { label: menuWords.documentation, click: actions.openDocs },
        ...(isMac ? [] : [separator, { role: 'about', label: menuWords.about } as const]),
      ],
    },
  ];
}

const macAppMenu = (settings: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
  label: menuWords.app,
  submenu: [
    { role: 'about' },
    { type: 'separator' },
    settings,
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { role: 'quit' },
  ],
});
