import Database from 'better-sqlite3';
import { failureDetail } from '#shared/failure-detail.ts';
import type { BackupCheck } from '#shared/backups.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { checkLedger } from '../check-ledger.ts';
import { openLedgerReadOnly } from '../open-ledger-read-only.ts';
import { schemaVersion } from '../schema-version.ts';

/** Looks whether a file is a whole ledger that this Passbook can open, without changing it. Reads all of it. */
export function checkBackup(file: string): Result<BackupCheck> {
  const opened = openLedgerReadOnly(file);
  if (!opened.ok) {
    const { failure } = opened;
    const isDamaged = failure.kind === 'ledger-damaged';
    return isDamaged ? succeeded({ ...nothing, problems: [failureDetail('file-damaged')] }) : opened;
  }
  if (opened.value === null) return failed({ kind: 'backup-missing', path: file });
  const { db, close } = opened.value;
  try {
    const { problems, transactions } = checkLedger(opened.value);
    const newestDay = db
      .prepare<[], string | null>('SELECT max(date) FROM transactions WHERE removed_at IS NULL')
      .pluck()
      .get();
    return succeeded({
      problems,
      transactions,
      newestDay: newestDay ?? null,
      schemaVersion: schemaVersion(db),
    });
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return succeeded({ ...nothing, problems: [error.message] });
  } finally {
    close();
  }
}

const nothing: BackupCheck = { problems: [], transactions: 0, newestDay: null, schemaVersion: 0 };
