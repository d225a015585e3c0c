import Database from 'better-sqlite3';
import type { AskedPage } from '../children/bare-loop-task.ts';

/** What both sides of a comparison must have in common. */
export interface RowsInLedger {
  readonly rows: number;
  readonly sumMinor: number;
}

/** Counts and adds up the live rows. */
export const rowsInLedger = (ledgerPath: string): RowsInLedger =>
  reading(ledgerPath, (db) =>
    db
      .prepare<[], RowsInLedger>(
        `SELECT count(*) AS rows, coalesce(sum(amount_minor), 0) AS sumMinor FROM transactions
         WHERE removed_at IS NULL`,
      )
      .get(),
  ) ?? { rows: 0, sumMinor: 0 };

/** The windows a sync asked, in its order: what a fair opponent has to ask too. */
export const pagesAsked = (ledgerPath: string): readonly AskedPage[] =>
  reading(ledgerPath, (db) =>
    db
      .prepare<[], AskedPage>(
        `SELECT a.account_id AS accountId, c.from_day AS "from", c.to_day AS "to"
         FROM coverage c JOIN accounts a ON a.ref = c.account_ref
         WHERE c.outcome = 'answered' ORDER BY c.account_ref, c.ref`,
      )
      .all(),
  );

/** Any question to the ledger, asked as a stranger would: by a fresh read-only handle. */
export const askLedgerFile =
  (ledgerPath: string) =>
  <T>(sql: string, ...values: readonly unknown[]): T[] =>
    reading(ledgerPath, (db) => db.prepare<unknown[], T>(sql).all(...values));

function reading<T>(ledgerPath: string, read: (db: Database.Database) => T): T {
  const db = new Database(ledgerPath, { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}
