import { zstdCompressSync } from 'node:zlib';
import type { WritingDatabase } from '../ledger-database.ts';

interface BrokenReference {
  readonly table: string;
  readonly rowid: number | null;
  readonly parent: string;
  readonly fkid: number;
}

const broken = (db: WritingDatabase): readonly BrokenReference[] =>
  db.prepare<[], BrokenReference>('PRAGMA foreign_key_check').all();

/**
 * Gives rows whose page or job was lost a placeholder for it, so that they may stay: an interrupted job, and a page
 * without a body, which says that it was lost. Inside the caller's transaction.
 */
export function replaceLostPages(db: WritingDatabase, nowIso: string): void {
  for (const table of ['raw_pages', 'jobs'] as const) {
    for (const { child, column } of columnsReferringTo(db, table)) {
      const account = db.prepare<[], string>(`SELECT name FROM pragma_table_info('${child}')`).pluck().all();
      const hasAccount = account.includes('account_ref');
      const lost = db
        .prepare<[], { ref: number; accountRef: number | null }>(
          `SELECT "${column}" AS ref, ${hasAccount ? 'min(account_ref)' : 'NULL'} AS accountRef FROM "${child}"
           WHERE "${column}" IS NOT NULL AND "${column}" NOT IN (SELECT ref FROM ${table}) GROUP BY 1`,
        )
        .all();
      for (const { ref, accountRef } of lost) {
        if (table === 'jobs') placeJob(db, ref, nowIso);
        else if (accountRef !== null) placePage(db, ref, accountRef, nowIso);
      }
    }
  }
}

/** Lets go of what still refers to nothing: the reference where a row may be without it, else the row. */
export function dropBrokenRows(db: WritingDatabase): number {
  let dropped = 0;
  for (let found = broken(db); found.length > 0; found = broken(db)) {
    for (const { table, rowid, fkid } of found) {
      const column = columnOf(db, table, fkid);
      if (rowid === null) {
        const parent = parentOf(db, table, fkid);
        db.prepare(
          `DELETE FROM "${table}" WHERE "${column}" IS NOT NULL AND "${column}" NOT IN (SELECT ref FROM "${parent}")`,
        ).run();
      } else if (mayBeNull(db, table, column)) {
        db.prepare(`UPDATE "${table}" SET "${column}" = NULL WHERE rowid = ?`).run(rowid);
      } else {
        dropped += db.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid).changes;
      }
    }
  }
  return dropped;
}

function placeJob(db: WritingDatabase, ref: number, nowIso: string): void {
  db.prepare(
    `INSERT OR IGNORE INTO jobs
       (ref, id, requested_by, attended, status, owner_host, owner_pid, heartbeat_at, started_at, finished_at)
     VALUES (?, ?, 'user', 1, 'interrupted', 'lost', 0, ?, ?, ?)`,
  ).run(ref, `lost-${String(ref)}`, nowIso, nowIso, nowIso);
}

function placePage(db: WritingDatabase, ref: number, accountRef: number, nowIso: string): void {
  const job = db.prepare<[], number>('SELECT min(ref) FROM jobs').pluck().get() ?? null;
  if (job === null) placeJob(db, 1, nowIso);
  db.prepare(
    `INSERT OR IGNORE INTO raw_pages
       (ref, account_ref, job_ref, kind, asked_at, http_status, body_bytes, body_zstd)
     VALUES (?, ?, ?, 'pending', ?, 0, 0, ?)`,
  ).run(ref, accountRef, job ?? 1, nowIso, zstdCompressSync(Buffer.alloc(0)));
}

function columnsReferringTo(
  db: WritingDatabase,
  parent: string,
): readonly { readonly child: string; readonly column: string }[] {
  return db
    .prepare<[string], { child: string; column: string }>(
      `SELECT t.name AS child, f."from" AS "column" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
       WHERE t.schema = 'main' AND t.type = 'table' AND f."table" = ?`,
    )
    .all(parent);
}

const keyOf = (db: WritingDatabase, table: string, fkid: number): { from: string; table: string } => {
  const found = db
    .prepare<[number], { from: string; table: string }>(
      `SELECT "from", "table" FROM pragma_foreign_key_list('${table}') WHERE id = ?`,
    )
    .get(fkid);
  if (found === undefined) throw new Error(`${table} has no foreign key ${String(fkid)}`);
  return found;
};
const columnOf = (db: WritingDatabase, table: string, fkid: number): string => keyOf(db, table, fkid).from;
const parentOf = (db: WritingDatabase, table: string, fkid: number): string => keyOf(db, table, fkid).table;

const mayBeNull = (db: WritingDatabase, table: string, column: string): boolean =>
  db
    .prepare<[string], number>(`SELECT "notnull" FROM pragma_table_info('${table}') WHERE name = ?`)
    .pluck()
    .get(column) === 0;
