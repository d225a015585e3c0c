import type { LedgerUpdate, TellUpdate } from '#shared/ledger-update.ts';
import { copyLedger } from './backups/copy-ledger.ts';
import { keptCopyPath } from './kept-copy-path.ts';
import type { WritingDatabase } from './ledger-database.ts';
import type { Migration } from './migrations/migration.ts';
import { schemaVersion } from './schema-version.ts';

/**
 * Brings the ledger to the last of `migrations`, one immediate transaction each, after keeping a copy of a ledger
 * that holds something. Another process may do the same at the same time: each step looks again once it holds the
 * write lock. `tell` hears of each step of a ledger that holds something; a new one's take milliseconds.
 */
export function migrate(
  db: WritingDatabase,
  ledgerPath: string,
  migrations: readonly Migration[],
  { nowIso, tell }: { readonly nowIso: string; readonly tell: TellUpdate },
): void {
  const before = schemaVersion(db);
  const wanted = migrations.at(-1)?.version ?? 0;
  if (before >= wanted) return;
  const missing = migrations.filter(({ version }) => version > before);
  if (before === 0) {
    takeSteps(db, missing, () => undefined);
    return;
  }
  const copyPath = keptCopyPath(ledgerPath, before, nowIso);
  const update: LedgerUpdate = { ledgerPath, copyPath, step: 1, steps: missing.length + 1, isCopying: true };
  try {
    tell(update);
    copyLedger(db, copyPath);
    takeSteps(db, missing, (index) => tell({ ...update, step: index + 2, isCopying: false }));
    tell({ ...update, step: update.steps + 1, isCopying: false });
  } finally {
    tell(null);
  }
}

function takeSteps(
  db: WritingDatabase,
  migrations: readonly Migration[],
  onStep: (index: number) => void,
): void {
  // Cannot be switched inside a transaction; a step that rebuilds a table would lose rows that refer to it.
  db.pragma('foreign_keys = OFF');
  for (const [index, migration] of migrations.entries()) {
    onStep(index);
    db.transaction(() => {
      if (schemaVersion(db) >= migration.version) return;
      db.exec(migration.sql);
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new Error(`Migration ${migration.version} breaks ${broken.length} foreign keys`);
      }
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}
