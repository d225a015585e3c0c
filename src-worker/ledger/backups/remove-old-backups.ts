import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { thisMachine } from '../jobs/this-machine.ts';
import { backupFolder } from './backup-names.ts';
import { listBackups } from './list-backups.ts';

/** A week of daily copies. Copies made by hand, before an update or before a restore are the user's to delete. */
const scheduledKept = 7;

/** Removes scheduled copies beyond the newest seven, and halves of copies whose process was killed. */
export function removeOldBackups(ledgerPath: string): void {
  const folder = backupFolder(ledgerPath);
  const scheduled = listBackups(ledgerPath).filter(({ reason }) => reason === 'scheduled');
  for (const { fileName } of scheduled.slice(scheduledKept)) rmSync(join(folder, fileName), { force: true });
  for (const name of readdirSync(folder)) {
    const pid = /\.(\d+)\.part$/.exec(name)?.[1];
    if (pid !== undefined && !thisMachine.isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}
