import type { WritingDatabase } from './ledger-database.ts';
import { indexWordsAnew } from './rows/index-words-anew.ts';
import { withoutSchemaParts } from './without-schema-parts.ts';

/**
 * The triggers whose work `deleteTransactions` does for all rows at once. Row by row they are half of the time, and
 * any trigger at all keeps SQLite from emptying a table without looking at its rows
 * (https://www.sqlite.org/lang_delete.html#truncateopt). One that is not named here goes on working, slowly.
 */
const rowByRow = ['words_of_deleted_row', 'list_changes_of_deleted_row', 'sums_of_deleted_row'];

/**
 * Deletes all rows of a connection. The caller's transaction holds the ledger's only write lock until it ends, and
 * other processes wait half a minute at most, so this takes the quickest way there is: everything at once where no
 * other bank has rows; where more goes than stays, indexes are made anew afterwards; else row by row
 * (docs/decisions/0023).
 *
 * The rest is the caller's: what else refers to the rows, and merging the index of words, which holds those of
 * deleted rows until then. Foreign keys have to be off.
 *
 * @returns how many were deleted
 */
export function deleteTransactions(db: WritingDatabase, connectionRef: number): number {
  const theirs = 'account_ref IN (SELECT ref FROM accounts WHERE connection_ref = :connectionRef)';
  const going = count(db, `SELECT count(*) FROM transactions WHERE ${theirs}`, { connectionRef });
  if (going === 0) return 0;
  const staying = count(db, 'SELECT count(*) FROM transactions', {}) - going;
  // By number: in the order of an index, each row would be on another page.
  const inOrder = `IN (SELECT ref FROM transactions WHERE ${theirs})`;
  const deleteRows = (): void => {
    db.prepare(`DELETE FROM transactions WHERE ref ${inOrder}`).run({ connectionRef });
  };
  withoutSchemaParts(db, 'trigger', rowByRow, () => {
    if (going < staying) {
      db.prepare(`DELETE FROM transaction_words WHERE rowid ${inOrder}`).run({ connectionRef });
      deleteRows();
      return;
    }
    if (staying === 0) db.exec('DELETE FROM transactions');
    else withoutSchemaParts(db, 'index', indexesOfTransactions(db), deleteRows);
    indexWordsAnew(db);
  });
  // As migrations 17 and 21 have it: a held list is read anew, and numbers of deleted rows are given out again.
  db.exec(`
    DELETE FROM list_changes WHERE transaction_ref = 0;
    INSERT INTO list_changes (transaction_ref) VALUES (0);
    UPDATE sums_until SET ref = min(ref, (SELECT coalesce(max(ref), 0) FROM transactions));
  `);
  return going;
}

/** Those made by a statement; what a constraint rests on cannot be taken away. */
const indexesOfTransactions = (db: WritingDatabase): readonly string[] =>
  db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'transactions' AND sql IS NOT NULL
       ORDER BY rowid`,
    )
    .pluck()
    .all();

const count = (db: WritingDatabase, sql: string, bound: Readonly<Record<string, number>>): number =>
  db.prepare<[typeof bound], number>(sql).pluck().get(bound) ?? 0;
