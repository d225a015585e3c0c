import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { RecoveryStep } from '#shared/backups.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { checkLedger } from '../check-ledger.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { ledgerFailure } from '../ledger-failure.ts';
import { allMigrations } from '../migrations/all-migrations.ts';
import { openLedger } from '../open-ledger.ts';
import { openLedgerReadOnly } from '../open-ledger-read-only.ts';
import type { DecodePage } from '../replay/replay-pages.ts';
import { schemaVersion } from '../schema-version.ts';
import { backupFileAt, listBackups } from './list-backups.ts';
import { checkBackup } from './check-backup.ts';
import { fillFromPages, makeDerivedTables } from './fill-from-pages.ts';
import { dropBrokenRows, replaceLostPages } from './mend-references.ts';
import { restoreBackup } from './restore-backup.ts';
import { salvageTables } from './salvage-tables.ts';
import { setAside } from './set-aside.ts';
import { takeAlone } from './take-alone.ts';

interface Rebuilt {
  readonly steps: readonly RecoveryStep[];
  readonly transactions: number;
}

/**
 * Makes a sound ledger of a damaged one: every row that can still be read, and what the stored pages of the bank bring
 * back of those that cannot. Where the newest sound copy holds more than that, the copy is put back instead. The damaged
 * file is set aside, never deleted. A sound ledger is left alone.
 */
export function rebuildLedger(
  ledgerPath: string,
  nowIso: string,
  decode: DecodePage,
): Result<{ readonly steps: readonly RecoveryStep[] }> {
  if (!existsSync(ledgerPath)) return failed({ kind: 'nothing-connected' });
  const alone = takeAlone(ledgerPath);
  if (!alone.ok) return alone;
  const problems = problemsOf(ledgerPath);
  if (problems === 0) return succeeded({ steps: [{ kind: 'checked', problems }] });

  const ready = `${ledgerPath}.rebuild`;
  try {
    removeFile(ready);
    const rebuilt = rebuildInto(ready, ledgerPath, nowIso, decode);
    const copy = bestCopy(ledgerPath);
    if (copy !== null && copy.transactions > (rebuilt?.transactions ?? 0)) {
      const restored = restoreBackup(ledgerPath, copy.file, nowIso);
      return restored.ok ? withFirst({ kind: 'checked', problems }, restored.value.steps) : restored;
    }
    const aside: RecoveryStep = { kind: 'set-aside', path: setAside(ledgerPath, 'damaged', nowIso) };
    if (rebuilt === null) return withFirst({ kind: 'checked', problems }, [aside, { kind: 'empty' }]);
    renameSync(ready, ledgerPath);
    return withFirst({ kind: 'checked', problems }, [aside, ...rebuilt.steps]);
  } finally {
    removeFile(ready);
  }
}

const withFirst = (first: RecoveryStep, rest: readonly RecoveryStep[]) =>
  succeeded({ steps: [first, ...rest] });

/** How many faults SQLite's own check finds; 1 for a file it cannot even open. */
function problemsOf(ledgerPath: string): number {
  const opened = openLedgerReadOnly(ledgerPath);
  if (!opened.ok) return 1;
  if (opened.value === null) return 0;
  try {
    return checkLedger(opened.value).problems.length;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return 1;
  } finally {
    opened.value.close();
  }
}

/** `null`: not even the accounts can be read, or the list of tables itself is broken. */
function rebuildInto(ready: string, ledgerPath: string, nowIso: string, decode: DecodePage): Rebuilt | null {
  const damaged = openLedgerReadOnly(ledgerPath);
  if (!damaged.ok || damaged.value === null) return null;
  const version = versionOf(damaged.value.db);
  try {
    const made = openLedger(ready, nowIso, allMigrations.slice(0, version ?? allMigrations.length));
    if (!made.ok) return null;
    const { db, close } = made.value;
    try {
      db.pragma('foreign_keys = OFF');
      const { rows, lost } = salvageTables(damaged.value.db, db);
      if (db.prepare('SELECT 1 FROM accounts LIMIT 1').get() === undefined) return null;
      db.transaction(() => {
        replaceLostPages(db, nowIso);
        // An update of the tables refuses what refers to nothing.
        if (schemaVersion(db) < allMigrations.length) dropBrokenRows(db);
      }).immediate();
      close();
      const salvaged: RecoveryStep = { kind: 'salvaged', rows, lost };
      return finish(ready, nowIso, decode, salvaged);
    } finally {
      if (db.open) close();
    }
  } catch (error) {
    if (ledgerFailure(error, ledgerPath)?.kind !== 'ledger-damaged') throw error;
    return null;
  } finally {
    damaged.value.close();
  }
}

/** Brought up to date, filled from the pages, and made consistent. */
function finish(ready: string, nowIso: string, decode: DecodePage, salvaged: RecoveryStep): Rebuilt | null {
  const opened = openLedger(ready, nowIso);
  if (!opened.ok) return null;
  const { db, close } = opened.value;
  try {
    db.pragma('foreign_keys = OFF');
    const pages = fillFromPages(db, nowIso, decode);
    db.transaction(() => {
      dropBrokenRows(db);
      makeDerivedTables(db);
    }).immediate();
    const { transactions } = checkLedger(opened.value);
    db.pragma('journal_mode = DELETE');
    return { steps: [salvaged, { kind: 'replayed', pages, transactions }], transactions };
  } finally {
    close();
  }
}

function versionOf(db: ReadingDatabase): number | null {
  const version = schemaVersion(db);
  return version > 0 ? version : null;
}

/** The newest copy that is whole. */
function bestCopy(ledgerPath: string): { readonly file: string; readonly transactions: number } | null {
  for (const { fileName, reason } of listBackups(ledgerPath)) {
    if (reason === 'damaged') continue;
    const file = backupFileAt(ledgerPath, fileName);
    const checked = checkBackup(file);
    if (checked.ok && checked.value.problems.length === 0) {
      return { file, transactions: checked.value.transactions };
    }
  }
  return null;
}

/** The file under construction with all that SQLite and an update of its tables leave beside it. */
function removeFile(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(basename(path))) rmSync(join(dirname(path), name), { force: true });
  }
}
