import { deleteTransactions } from './delete-transactions.ts';
import type { WritingDatabase } from './ledger-database.ts';
import type { Ledger } from './open-ledger.ts';

/** A column that refers to another table. `needed`: it may not be NULL. */
interface Reference {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
  readonly parentColumn: string;
  readonly needed: number;
}

/**
 * Deletes a connection with everything that belongs to it: accounts, rows, pages as received, balances, coverage,
 * notes, and the records of jobs that were about it alone. What other connections have is not touched. One
 * transaction, and what is deleted is overwritten in the file.
 *
 * Foreign keys are checked once at the end: enforced row by row, each page deleted would search all rows of the
 * ledger for those that came with it (there is no index for that, since every sync would pay for it).
 *
 * @returns how many transactions were deleted, or `null`: there is no such connection.
 */
export function forgetConnection({ db }: Ledger, connectionId: string): number | null {
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = OFF');
  try {
    return db.transaction(() => forgetInside(db, connectionId)).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = OFF');
    // The log still holds what the pages were before.
    db.pragma('wal_checkpoint(TRUNCATE)');
  }
}

function forgetInside(db: WritingDatabase, connectionId: string): number | null {
  const connection = db
    .prepare<[string], { ref: number }>('SELECT ref FROM connections WHERE id = ?')
    .get(connectionId);
  if (connection === undefined) return null;
  const { ref } = connection;
  const accounts = 'SELECT ref FROM accounts WHERE connection_ref = ?';
  const transactions = deleteTransactions(db, ref);
  // Others' jobs keep their counts and lose the names of these accounts.
  db.prepare(
    `UPDATE jobs SET accounts_json = NULL, progress_json = NULL, timeline_json = NULL
     WHERE ref IN (SELECT job_ref FROM job_accounts WHERE account_ref IN (${accounts}))`,
  ).run(ref);
  db.prepare('DELETE FROM jobs WHERE connection_ref = ? AND finished_at IS NOT NULL').run(ref);
  db.prepare('DELETE FROM accounts WHERE connection_ref = ?').run(ref);
  db.prepare('DELETE FROM connections WHERE ref = ?').run(ref);
  deleteOrphans(db);
  // Until the index of words is merged, it holds the words of deleted rows.
  db.exec(`INSERT INTO transaction_words (transaction_words) VALUES ('optimize')`);
  const broken = db.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error(`Forgetting a connection breaks ${broken.length} foreign keys`);
  }
  return transactions;
}

/** Never altered, only deleted together with what they are about. */
const appendOnly: ReadonlySet<string> = new Set(['transaction_changes', 'receipt_entries']);

/** Takes away what refers to something that is gone, until nothing does; what may stand without it is let stand. */
function deleteOrphans(db: WritingDatabase): void {
  const references = db
    .prepare<[], Reference>(
      `SELECT t.name AS child, f."from" AS "column", f."table" AS parent, f."to" AS parentColumn,
              c."notnull" + c.pk AS needed
       FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f JOIN pragma_table_info(t.name) c ON c.name = f."from"
       WHERE t.type = 'table'`,
    )
    .all();
  let changed = 1;
  while (changed > 0) {
    changed = 0;
    for (const { child, column, parent, parentColumn, needed } of references) {
      const orphans = `"${column}" IS NOT NULL AND "${column}" NOT IN (SELECT "${parentColumn}" FROM "${parent}")`;
      const sql =
        needed > 0 || appendOnly.has(child)
          ? `DELETE FROM "${child}" WHERE ${orphans}`
          : `UPDATE "${child}" SET "${column}" = NULL WHERE ${orphans}`;
      changed += db.prepare(sql).run().changes;
    }
  }
}
