import { keepCopy } from './keep-copy.ts';
import type { WritingDatabase } from './ledger-database.ts';
import type { Migration } from './migrations/migration.ts';
import { schemaVersion } from './schema-version.ts';

/**
 * Brings the ledger to the last of `migrations`, one immediate transaction each, after keeping a copy of a ledger
 * that holds something. Another process may do the same at the same time: each step looks again once it holds the
 * write lock.
 */
export function migrate(
  db: WritingDatabase,
  ledgerPath: string,
  migrations: readonly Migration[],
  nowIso: string,
): void {
  const before = schemaVersion(db);
  const wanted = migrations.at(-1)?.version ?? 0;
  if (before >= wanted) return;
  if (before > 0) keepCopy(db, ledgerPath, before, nowIso);
  // Cannot be switched inside a transaction; a step that rebuilds a table would lose rows that refer to it.
  db.pragma('foreign_keys = OFF');
  for (const migration of migrations) {
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
