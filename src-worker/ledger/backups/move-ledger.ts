import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { createFolderFor } from '../create-ledger-file.ts';
import { ledgerFailure } from '../ledger-failure.ts';
import { openLedgerReadOnly } from '../open-ledger-read-only.ts';
import { backupFolder } from './backup-names.ts';
import { checkBackup } from './check-backup.ts';
import { copyLedger } from './copy-ledger.ts';
import { takeAlone } from './take-alone.ts';

/**
 * Moves the ledger, with its folder of copies. The new file is written and checked whole before the old one goes, also
 * across disks. Nobody may have the ledger open, this thread included; what lies at the new place is never written over.
 *
 * @returns how many transactions the ledger holds at its new place.
 */
export function moveLedger(from: string, to: string): Result<{ readonly transactions: number }> {
  if (existsSync(to)) return failed({ kind: 'file-in-the-way', path: to });
  const alone = takeAlone(from);
  if (!alone.ok) return alone;
  if (alone.value.isDamaged) return failed({ kind: 'ledger-damaged', path: from });
  try {
    createFolderFor(to);
    copyTo(from, to);
    const checked = checkBackup(to);
    if (!checked.ok || checked.value.problems.length > 0) {
      rmSync(to, { force: true });
      return checked.ok ? failed({ kind: 'ledger-damaged', path: from }) : checked;
    }
    moveCopies(from, to);
    rmSync(from);
    return succeeded({ transactions: checked.value.transactions });
  } catch (error) {
    const failure = ledgerFailure(error, to);
    if (failure === null) throw error;
    // The old place is as it was: the ledger itself goes last.
    rmSync(to, { force: true });
    return failed(failure);
  }
}

function copyTo(from: string, to: string): void {
  const opened = openLedgerReadOnly(from);
  if (!opened.ok || opened.value === null) throw new Error('A ledger that was sound a moment ago is gone');
  try {
    copyLedger(opened.value.db, to);
  } finally {
    opened.value.close();
  }
}

/** The copies follow where a rename takes them; onto another disk each is copied. Those that cannot follow stay. */
function moveCopies(from: string, to: string): void {
  const old = backupFolder(from);
  if (!existsSync(old)) return;
  for (const name of readdirSync(old)) {
    const target = join(backupFolder(to), name);
    createFolderFor(target);
    try {
      renameSync(join(old, name), target);
    } catch {
      continue;
    }
  }
  if (readdirSync(old).length === 0) rmSync(old, { recursive: true });
}
