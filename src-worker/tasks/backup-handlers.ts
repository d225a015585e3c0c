import type { BackupAnswers } from '#shared/backups.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { backUp } from '../ledger/backups/back-up.ts';
import { checkBackup } from '../ledger/backups/check-backup.ts';
import { backupFileAt, listBackups } from '../ledger/backups/list-backups.ts';
import { moveLedger } from '../ledger/backups/move-ledger.ts';
import { rebuildLedger } from '../ledger/backups/rebuild-ledger.ts';
import { restoreBackup } from '../ledger/backups/restore-backup.ts';
import { inspectLedgerFile } from '../ledger/inspect-ledger-file.ts';
import { decodePage } from '../source/decode-rows.ts';
import type { Handlers } from './task-handler.ts';
import { closeLedgerOfThread, ledgerOfThread } from './thread-ledger.ts';

/** Copies of the ledger, and what puts one in its place. */
export const backupHandlers: Handlers<keyof BackupAnswers> = {
  'back-up': (task) => {
    // No ledger is made for the sake of a copy of it.
    if (inspectLedgerFile(task.ledgerPath).kind === 'missing') return failed({ kind: 'nothing-connected' });
    const opened = ledgerOfThread(task.ledgerPath, task.nowIso);
    return opened.ok ? backUp(opened.value, task) : opened;
  },
  'list-backups': ({ ledgerPath }) => succeeded(listBackups(ledgerPath)),
  'check-backup': ({ ledgerPath, file }) => checkBackup(backupFileAt(ledgerPath, file)),
  'restore-backup': ({ ledgerPath, file, nowIso }) =>
    thenOpened(ledgerPath, nowIso, () => restoreBackup(ledgerPath, backupFileAt(ledgerPath, file), nowIso)),
  'rebuild-ledger': ({ ledgerPath, nowIso }) =>
    thenOpened(ledgerPath, nowIso, () => rebuildLedger(ledgerPath, nowIso, decodePage)),
  'move-ledger': ({ ledgerPath, to }) => {
    closeLedgerOfThread(ledgerPath);
    return moveLedger(ledgerPath, to);
  },
  'close-ledger': ({ ledgerPath }) => {
    closeLedgerOfThread(ledgerPath);
    return succeeded(null);
  },
};

/** Replaces the file while this thread does not hold it, then opens (and migrates) what lies there now. */
function thenOpened<T>(ledgerPath: string, nowIso: string, replace: () => Result<T>): Result<T> {
  closeLedgerOfThread(ledgerPath);
  const done = replace();
  if (!done.ok) return done;
  const opened = ledgerOfThread(ledgerPath, nowIso);
  return opened.ok ? done : opened;
}
