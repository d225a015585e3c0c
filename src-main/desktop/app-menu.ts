import type { MenuItemConstructorOptions } from 'electron';
import type { Place } from '#shared/ipc/app-state.ts';

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
    label: 'Settings…',
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.open({ kind: 'settings' }),
  };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [macAppMenu(settings)] : []),
    {
      label: '&File',
      submenu: [
        { label: 'Sync Now', accelerator: 'CmdOrCtrl+Shift+S', click: actions.syncNow },
        { label: 'Cancel Sync', accelerator: 'CmdOrCtrl+.', click: actions.cancelSync },
        separator,
        {
          label: 'Connect a Bank…',
          accelerator: 'CmdOrCtrl+N',
          click: () => actions.open({ kind: 'connect' }),
        },
        { label: 'Show the Ledger File', click: actions.revealLedger },
        separator,
        ...(isMac ? [] : [settings, separator]),
        { role: 'close' },
        ...(isMac ? [] : [{ role: 'quit', label: 'Quit Passbook', accelerator: 'Ctrl+Q' } as const]),
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
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
        { label: 'Passbook', accelerator: 'CmdOrCtrl+0', click: actions.openWindow },
      ],
    },
    {
      role: 'help',
      submenu: [
        { label: 'TrueLayer Documentation', click: actions.openDocs },
        ...(isMac ? [] : [separator, { role: 'about', label: 'About Passbook' } as const]),
      ],
    },
  ];
}

const macAppMenu = (settings: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
  label: 'Passbook',
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
