import type { ReadingDatabase } from '../../ledger-database.ts';
import { firstRef, firstRefAfter } from './first-ref.ts';

/** Rows by number: `from` included, `to` not. */
export interface RefRange {
  readonly from: number;
  readonly to: number;
}

interface RowOfPage {
  readonly ref: number;
  readonly firstSeenAt: string;
  readonly pageRef: number;
  /** 0: it was put in later than its page. */
  readonly cameWithPage: number;
}

/**
 * The rows a job stored first, as its receipt counts them (`inserted`), whatever became of them since: one range, or a few
 * when another job stored pages in between. Pages and rows are numbered in one transaction each, so that rows lie in the
 * order of their pages. Only those that an undo or a replay put in later do not: they name the page they should have come
 * with, and are passed over.
 */
export function refsOfJob(db: ReadingDatabase, jobId: string): readonly RefRange[] {
  const next = createNextOfPage(db);
  const firstOfPage = (pageRef: number): number => firstRef(db, next, (row) => row.pageRef >= pageRef);
  return runsOfPages(db, jobId).map(({ first, last }) => ({
    from: next(firstOfPage(first))?.ref ?? Number.MAX_SAFE_INTEGER,
    to: firstOfPage(last + 1),
  }));
}

/** The first row from a number on that came with its page. What was put in later at one time is passed over at once. */
function createNextOfPage(db: ReadingDatabase): (ref: number) => RowOfPage | undefined {
  const at = db.prepare<[number], RowOfPage>(
    `SELECT t.ref, t.first_seen_at AS firstSeenAt, t.first_page_ref AS pageRef,
            t.first_seen_at = coalesce(p.stored_at, t.first_seen_at) AS cameWithPage
     FROM transactions t JOIN raw_pages p ON p.ref = t.first_page_ref WHERE t.ref >= ? ORDER BY t.ref LIMIT 1`,
  );
  return (ref) => {
    let row = at.get(ref);
    while (row?.cameWithPage === 0) row = at.get(Math.max(row.ref + 1, firstRefAfter(db, row.firstSeenAt)));
    return row;
  };
}

interface PageRun {
  readonly first: number;
  last: number;
}

/** The pages that brought this job something, together as far as no other job's lie between them. */
function runsOfPages(db: ReadingDatabase, jobId: string): readonly PageRun[] {
  const pages = db
    .prepare<[string], number>(
      `SELECT raw_page_ref FROM receipt_entries
       WHERE job_ref = (SELECT ref FROM jobs WHERE id = ?) AND raw_page_ref IS NOT NULL AND inserted > 0
       ORDER BY raw_page_ref`,
    )
    .pluck()
    .all(jobId);
  const [first] = pages;
  const last = pages.at(-1);
  if (first === undefined || last === undefined) return [];
  const others = db
    .prepare<[number, number, string], number>(
      `SELECT ref FROM raw_pages
       WHERE ref BETWEEN ? AND ? AND job_ref <> (SELECT ref FROM jobs WHERE id = ?) ORDER BY ref`,
    )
    .pluck()
    .all(first, last, jobId);
  const runs: PageRun[] = [];
  let other = 0;
  for (const page of pages) {
    const before = other;
    while ((others[other] ?? Infinity) < page) other += 1;
    const run = runs.at(-1);
    if (run === undefined || other > before) runs.push({ first: page, last: page });
    else run.last = page;
  }
  return runs;
}
