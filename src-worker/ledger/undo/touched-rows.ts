import type { ReadingDatabase } from '../ledger-database.ts';

/** What a job had to do with the rows of its accounts. */
export interface TouchedRows {
  readonly accountRefs: readonly number[];
  /** Rows that came with it, and that it changed, removed or linked. */
  readonly own: ReadonlySet<number>;
  /**
   * Those, the same of jobs undone before (what stayed because of this one goes with it), and rows linked to any of
   * them.
   */
  readonly all: ReadonlySet<number>;
  /** The first page of these jobs; `Infinity`: there is none. */
  readonly firstPageRef: number;
}

/** @see TouchedRows */
export function findTouchedRows(db: ReadingDatabase, jobRef: number): TouchedRows {
  const accountRefs = db
    .prepare<[number], number>('SELECT DISTINCT account_ref FROM raw_pages WHERE job_ref = ? ORDER BY 1')
    .pluck()
    .all(jobRef);
  const undone = db.prepare<[], number>('SELECT ref FROM jobs WHERE undone_at IS NOT NULL').pluck().all();
  const own = rowsOf(db, [jobRef], accountRefs);
  const before = rowsOf(db, undone, accountRefs);
  const all = new Set([...own.rows, ...before.rows]);
  const links = db
    .prepare<[], { ref: number; becameRef: number }>(
      'SELECT ref, became_ref AS becameRef FROM transactions WHERE became_ref IS NOT NULL',
    )
    .all();
  for (const { ref, becameRef } of links) if (all.has(becameRef)) all.add(ref);
  return {
    accountRefs,
    own: own.rows,
    all,
    firstPageRef: Math.min(own.firstPageRef, before.firstPageRef),
  };
}

/** Rows that came with these jobs or were changed by them. */
function rowsOf(
  db: ReadingDatabase,
  jobRefs: readonly number[],
  accountRefs: readonly number[],
): { readonly rows: ReadonlySet<number>; readonly firstPageRef: number } {
  const list = (sql: string, ...values: readonly unknown[]): readonly number[] =>
    db
      .prepare<string[], number>(sql)
      .pluck()
      .all(...values.map((value) => JSON.stringify(value)));
  const inAccounts = 'account_ref IN (SELECT value FROM json_each(?))';
  const ofJobs = 'job_ref IN (SELECT value FROM json_each(?))';
  const pages = list(
    `SELECT ref FROM raw_pages WHERE ${ofJobs} AND ${inAccounts} ORDER BY ref`,
    jobRefs,
    accountRefs,
  );
  const came = list(
    'SELECT ref FROM transactions WHERE first_page_ref IN (SELECT value FROM json_each(?))',
    pages,
  );
  const changed = list(
    `SELECT DISTINCT h.transaction_ref FROM transaction_changes h JOIN transactions t ON t.ref = h.transaction_ref
     WHERE h.${ofJobs} AND t.${inAccounts}`,
    jobRefs,
    accountRefs,
  );
  return { rows: new Set([...came, ...changed]), firstPageRef: pages[0] ?? Infinity };
}
