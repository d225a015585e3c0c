import Database from 'better-sqlite3';
import type { WritingDatabase } from '../ledger-database.ts';
import { migrate } from '../migrate.ts';
import { allMigrations } from '../migrations/all-migrations.ts';

/**
 * A ledger of the present schema that nobody else sees and that is gone when closed: pages are read into it to see what
 * they come to. SQLite keeps it in memory and, when it grows, in an unnamed file only this process has. It refers to pages
 * and accounts by the numbers they have in the real one, which are not in here; who opens it closes it.
 */
export function openScratchLedger(): WritingDatabase {
  const db = new Database('') as WritingDatabase;
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  migrate(db, '', allMigrations, '');
  // Search and overlays are not looked at here, and each row would pay for them.
  const triggers = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'transactions'`,
    )
    .pluck()
    .all();
  for (const trigger of triggers) db.exec(`DROP TRIGGER "${trigger}"`);
  db.exec('CREATE INDEX scratch_by_page ON transactions (first_page_ref)');
  return db;
}
