import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, isAbsolute } from 'node:path';
import type { BackupFile } from '#shared/backups.ts';
import { backupFolder, type BackupName, readBackupName, readUpdateCopyName } from './backup-names.ts';

/** The copies there are, newest first, those kept before updates too. A folder that is not there has none. */
export function listBackups(ledgerPath: string): readonly BackupFile[] {
  const folder = backupFolder(ledgerPath);
  const found = [
    ...filesIn(folder, readBackupName),
    ...filesIn(dirname(ledgerPath), (name) => readUpdateCopyName(ledgerPath, name)),
  ];
  return found.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

function filesIn(folder: string, read: (name: string) => BackupName | null): readonly BackupFile[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return names.flatMap((fileName) => {
    const name = read(fileName);
    const stat = name === null ? undefined : statSync(join(folder, fileName), { throwIfNoEntry: false });
    return name === null || stat === undefined ? [] : [{ fileName, ...name, bytes: stat.size }];
  });
}

/** Where a copy lies: a path as it is, a name in the folder of copies or beside the ledger. */
export function backupFileAt(ledgerPath: string, file: string): string {
  if (isAbsolute(file) || basename(file) !== file) return file;
  const isUpdateCopy = readUpdateCopyName(ledgerPath, file) !== null;
  return join(isUpdateCopy ? dirname(ledgerPath) : backupFolder(ledgerPath), file);
}
