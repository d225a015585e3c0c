import Database from 'better-sqlite3';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { inspectLedgerFile } from './inspect-ledger-file.ts';
import { ledgerFailure } from './ledger-failure.ts';
import type { ReadingDatabase } from './ledger-database.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { schemaVersion } from './schema-version.ts';

/** An open ledger for questions, which work while another process syncs (WAL). Who opens it closes it. */
export interface ReadingLedger {
  readonly path: string;
  /** For the files of this folder; everybody else calls their functions. */
  readonly db: ReadingDatabase;
  readonly close: () => void;
}

/**
 * Opens an existing ledger for reading; never creates or migrates. `null`: there is no ledger there. An older
 * schema is opened as it is.
 */
export function openLedgerReadOnly(path: string): Result<ReadingLedger | null> {
  let db: ReadingDatabase | undefined;
  try {
    const found = inspectLedgerFile(path);
    if (found.kind === 'unusable') return failed(found.failure);
    if (found.kind !== 'ledger') return found.kind === 'missing' ? succeeded(null) : lookInto(path);
    const opened = new Database(path, {
      readonly: true,
      fileMustExist: true,
      timeout: 30_000,
    }) as ReadingDatabase;
    db = opened;
    const version = schemaVersion(opened);
    const known = allMigrations.at(-1)?.version ?? 0;
    if (version > known) {
      opened.close();
      return failed({ kind: 'ledger-newer', path, found: version, known });
    }
    return succeeded({ path, db: opened, close: () => opened.close() });
  } catch (error) {
    db?.close();
    const failure = ledgerFailure(error, path);
    if (failure === null) throw error;
    return failed(failure);
  }
}

/** An unsigned file: empty, which is as good as no ledger, or with somebody's tables in it. */
function lookInto(path: string): Result<null> {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const isEmpty = db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() === undefined;
    return isEmpty ? succeeded(null) : failed({ kind: 'ledger-not-passbook', path });
  } finally {
    db.close();
  }
}
