import { basename, dirname, join } from 'node:path';
import type { BackupReason } from '#shared/backups.ts';

/** What a copy's name says. */
export interface BackupName {
  readonly reason: BackupReason;
  readonly madeAt: string;
}

const ofFolder =
  /^(manual|scheduled|before-restore|before-forget|damaged)-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)\.sqlite$/;
const ofUpdate = /\.v\d+-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)\.bak$/;

/** Where a ledger's copies are: a folder beside it, `passbook.sqlite.backups`. */
export const backupFolder = (ledgerPath: string): string =>
  join(dirname(ledgerPath), `${basename(ledgerPath)}.backups`);

/** Where the next copy goes. Names sort as time does within a reason. */
export const backupPath = (ledgerPath: string, reason: BackupReason, nowIso: string): string =>
  join(backupFolder(ledgerPath), `${reason}-${nowIso.replaceAll(/[:.]/g, '-')}.sqlite`);

/** Reads the name of a copy in the folder; `null` for anything else that lies there. */
export function readBackupName(fileName: string): BackupName | null {
  const match = ofFolder.exec(fileName);
  if (match === null) return null;
  const [, reason, at] = match;
  return { reason: reason as BackupReason, madeAt: isoOf(at ?? '') };
}

/** Reads the name of a copy that was kept before an update of the tables, beside the ledger. */
export function readUpdateCopyName(ledgerPath: string, fileName: string): BackupName | null {
  const match = fileName.startsWith(`${basename(ledgerPath)}.v`) ? ofUpdate.exec(fileName) : null;
  return match === null ? null : { reason: 'before-update', madeAt: isoOf(match[1] ?? '') };
}

/** `2026-11-23T10-00-00-000Z` is `2026-11-23T10:00:00.000Z` where a colon may not stand. */
const isoOf = (text: string): string => text.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/, 'T$1:$2:$3.$4Z');
