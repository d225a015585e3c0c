import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { failureDetail } from '#shared/failure-detail.ts';
import type { RecoveryStep } from '#shared/backups.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { createFolderFor } from '../create-ledger-file.ts';
import { ledgerFailure } from '../ledger-failure.ts';
import { openLedgerReadOnly } from '../open-ledger-read-only.ts';
import { checkBackup } from './check-backup.ts';
import { copyLedger } from './copy-ledger.ts';
import { setAside } from './set-aside.ts';
import { takeAlone } from './take-alone.ts';

/**
 * Puts a copy in the ledger's place. The copy is looked at first and stays where it is; the present ledger is moved to
 * the folder of copies, not deleted. Nobody may have the ledger open, this thread included.
 */
export function restoreBackup(
  ledgerPath: string,
  file: string,
  nowIso: string,
): Result<{ readonly steps: readonly RecoveryStep[] }> {
  if (resolve(file) === resolve(ledgerPath)) return unusable(file, failureDetail('ledger-itself'));
  const checked = checkBackup(file);
  if (!checked.ok) return checked;
  const { problems, transactions } = checked.value;
  const [problem] = problems;
  if (problem !== undefined) return unusable(file, problem);

  const isThere = existsSync(ledgerPath);
  const alone = isThere ? takeAlone(ledgerPath) : succeeded({ isDamaged: false });
  if (!alone.ok) return alone;
  const ready = `${ledgerPath}.restore`;
  const steps: RecoveryStep[] = [];
  try {
    createFolderFor(ledgerPath);
    copyFile(file, ready);
    if (isThere) {
      const reason = alone.value.isDamaged ? 'damaged' : 'before-restore';
      steps.push({ kind: 'set-aside', path: setAside(ledgerPath, reason, nowIso) });
    }
    renameSync(ready, ledgerPath);
  } catch (error) {
    const failure = ledgerFailure(error, ledgerPath);
    if (failure === null) throw error;
    return failed(failure);
  } finally {
    rmSync(ready, { force: true });
  }
  steps.push({ kind: 'restored', from: file, transactions });
  return succeeded({ steps });
}

const unusable = (path: string, detail: string): Result<never> =>
  failed({ kind: 'backup-unusable', path, detail });

/** As SQLite reads it, so that a WAL beside a copy that somebody made by hand is not forgotten. */
function copyFile(from: string, to: string): void {
  const opened = openLedgerReadOnly(from);
  if (!opened.ok || opened.value === null) throw new Error('A copy that was sound a moment ago is gone');
  try {
    copyLedger(opened.value.db, to);
  } finally {
    opened.value.close();
  }
}
