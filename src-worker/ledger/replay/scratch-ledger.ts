import Database from 'better-sqlite3';
import type { ReadingDatabase, WritingDatabase } from '../ledger-database.ts';

/** What reading pages writes, and no more: search and overlays would make each row cost more, and nobody looks. */
const tables = ['transactions', 'transaction_changes', 'settlement_verdicts'];

/**
 * Tables like those of a ledger, that nobody else sees and that are gone when closed: pages are read into them to see
 * what they come to. SQLite keeps them in memory and, when they grow, in an unnamed file only this process has. They refer
 * to pages and accounts by the numbers these have in the real ledger, which are not in here. Who opens it closes it.
 */
export function openScratchLedger(like: ReadingDatabase): WritingDatabase {
  const db = new Database('') as WritingDatabase;
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF');
  const statements = like
    .prepare<[string], string>(
      `SELECT sql FROM sqlite_master
       WHERE type IN ('table', 'index') AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))
       ORDER BY type DESC`,
    )
    .pluck()
    .all(JSON.stringify(tables));
  for (const sql of statements) db.exec(sql);
  db.exec('CREATE INDEX scratch_by_page ON transactions (first_page_ref)');
  // For `indexNewRows`: no row is so new that its words would have to be indexed.
  db.exec(`CREATE TABLE transaction_words (words TEXT);
    CREATE TABLE transaction_words_docsize (id INTEGER PRIMARY KEY);
    INSERT INTO transaction_words_docsize VALUES (${String(Number.MAX_SAFE_INTEGER)})`);
  return db;
}
