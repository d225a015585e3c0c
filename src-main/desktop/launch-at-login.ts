import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { autostartFile } from './autostart-file.ts';

/**
 * Tells the system whether to start Passbook at login, without a window. Only an installed app is entered: a checkout
 * moves or goes.
 */
export function launchAtLogin(wanted: boolean): void {
  if (!app.isPackaged) return;
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: wanted, args: ['--hidden'] });
    return;
  }
  const configFolder = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  const file = join(configFolder, 'autostart', 'passbook.desktop');
  if (!wanted) return rmSync(file, { force: true });
  mkdirSync(join(configFolder, 'autostart'), { recursive: true });
  writeFileSync(file, autostartFile(process.env['APPIMAGE'] ?? process.execPath));
}
