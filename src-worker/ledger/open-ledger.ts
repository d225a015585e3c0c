import Database from 'better-sqlite3';
import type { TellUpdate } from '#shared/ledger-update.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { applicationId } from './application-id.ts';
import { createLedgerFile } from './create-ledger-file.ts';
import { inspectLedgerFile } from './inspect-ledger-file.ts';
import { ledgerFailure } from './ledger-failure.ts';
import type { WritingDatabase } from './ledger-database.ts';
import { migrate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';
import { schemaVersion } from './schema-version.ts';
import { whenNotBusy } from './when-not-busy.ts';

/** How long a statement waits for another process's transaction, which holds one page and takes well under a second. */
const busyTimeoutMs = 30_000;

/** An open ledger of the present schema. Who opens it closes it. */
export interface Ledger extends ReadingLedger {
  readonly db: WritingDatabase;
}

/**
 * Opens the ledger at `path`, creates it when there is none, brings an older one up to date (a copy is kept).
 * `nowIso` names that copy, `tell` hears how far that is. A file that is not ours is not touched.
 */
export function openLedger(
  path: string,
  nowIso: string,
  migrations = allMigrations,
  tell: TellUpdate = () => undefined,
): Result<Ledger> {
  let db: WritingDatabase | undefined;
  try {
    const found = inspectLedgerFile(path);
    if (found.kind === 'unusable') return failed(found.failure);
    if (found.kind === 'missing') createLedgerFile(path);
    const opened = new Database(path, { timeout: busyTimeoutMs, fileMustExist: true }) as WritingDatabase;
    db = opened;
    if (found.kind !== 'ledger' && !whenNotBusy(() => sign(opened), busyTimeoutMs)) {
      opened.close();
      return failed({ kind: 'ledger-not-passbook', path });
    }
    const version = schemaVersion(opened);
    const known = migrations.at(-1)?.version ?? 0;
    if (version > known) {
      opened.close();
      return failed({ kind: 'ledger-newer', path, found: version, known });
    }
    // The switch to WAL needs the file for itself for a moment and does not wait for it.
    whenNotBusy(() => opened.pragma('journal_mode = WAL'), busyTimeoutMs);
    // Not before: the switch sets it back. With WAL a power cut may lose the last page, never the file.
    opened.pragma('synchronous = NORMAL');
    opened.pragma('cache_size = -32000');
    whenNotBusy(() => migrate(opened, path, migrations, { nowIso, tell }), busyTimeoutMs);
    opened.pragma('foreign_keys = ON');
    return succeeded({ path, db: opened, close: () => opened.close() });
  } catch (error) {
    db?.close();
    const failure = ledgerFailure(error, path);
    if (failure === null) throw error;
    return failed(failure);
  }
}

/** Makes an empty SQLite file ours. @returns false when it turns out to hold somebody's tables. */
function sign(db: WritingDatabase): boolean {
  return db
    .transaction(() => {
      if (db.pragma('application_id', { simple: true }) === applicationId) return true;
      if (db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() !== undefined) return false;
      db.pragma(`application_id = ${applicationId}`);
      return true;
    })
    .immediate();
}
