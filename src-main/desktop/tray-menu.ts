import type { MenuItemConstructorOptions } from 'electron';
import { assertNever } from '#shared/assert-never.ts';
import type { TrayCommand, TrayRow } from '../app/tray-model.ts';

/** The tray's rows as Electron wants a menu. A click on a connection opens the window: there is more to see there. */
export const trayMenu = (
  rows: readonly TrayRow[],
  run: (command: TrayCommand) => void,
): MenuItemConstructorOptions[] => rows.map((row) => menuItem(row, run));

function menuItem(row: TrayRow, run: (command: TrayCommand) => void): MenuItemConstructorOptions {
  switch (row.kind) {
    case 'connection':
      return { label: row.label, click: () => run('open') };
    case 'line':
      return { label: row.label, enabled: false };
    case 'command':
      return { label: row.label, enabled: row.enabled, click: () => run(row.command) };
    case 'pause':
      return { label: row.label, submenu: trayMenu(row.rows, run) };
    case 'separator':
      return { type: 'separator' };
    default:
      return assertNever(row);
  }
}
