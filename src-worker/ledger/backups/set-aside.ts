import { existsSync, renameSync, rmSync } from 'node:fs';
import type { BackupReason } from '#shared/backups.ts';
import { createFolderFor } from '../create-ledger-file.ts';
import { backupPath } from './backup-names.ts';

/**
 * Moves the ledger into its folder of copies, with the WAL a damaged one may still have: nothing is ever deleted.
 *
 * @returns where it is now.
 */
export function setAside(
  ledgerPath: string,
  reason: Extract<BackupReason, 'before-restore' | 'damaged'>,
  nowIso: string,
): string {
  const aside = backupPath(ledgerPath, reason, nowIso);
  createFolderFor(aside);
  renameSync(ledgerPath, aside);
  if (existsSync(`${ledgerPath}-wal`)) renameSync(`${ledgerPath}-wal`, `${aside}-wal`);
  rmSync(`${ledgerPath}-shm`, { force: true });
  return aside;
}
