import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { BackupFile, BackupReason } from '#shared/backups.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { ledgerFailure } from '../ledger-failure.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import { backupPath } from './backup-names.ts';
import { copyLedger } from './copy-ledger.ts';
import { removeOldBackups } from './remove-old-backups.ts';

/** What to copy, and where to: `out` is a file of the user's choice, else the next name in the folder of copies. */
export interface BackUpWish {
  readonly reason: Extract<BackupReason, 'manual' | 'scheduled' | 'before-forget'>;
  readonly out?: string | undefined;
  readonly nowIso: string;
}

/** Copies the ledger whole while others may write it, and lets the oldest scheduled copies go. */
export function backUp(
  { db, path }: ReadingLedger,
  { reason, out, nowIso }: BackUpWish,
): Result<BackupFile & { readonly path: string }> {
  const target = out ?? backupPath(path, reason, nowIso);
  try {
    copyLedger(db, target);
    if (out === undefined) removeOldBackups(path);
    const { size } = statSync(target);
    return succeeded({ fileName: basename(target), path: target, reason, madeAt: nowIso, bytes: size });
  } catch (error) {
    const failure = ledgerFailure(error, target);
    if (failure === null) throw error;
    if (failure.kind === 'disk-full' || failure.kind === 'ledger-busy') return failed(failure);
    // Reading met the damage, or writing the copy was refused: two different things to do about it.
    return failed(
      failure.kind === 'ledger-damaged'
        ? { kind: 'ledger-damaged', path }
        : { kind: 'output-not-writable', path: target },
    );
  }
}
