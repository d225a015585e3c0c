import type { JobReceipt, ReceiptEntry } from '#shared/job-receipt.ts';
import { newestFirst } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { listBySql } from '../list/list-by-sql.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';

type Head = Pick<JobReceipt, 'jobId' | 'requestedBy' | 'status' | 'startedAt' | 'finishedAt' | 'undoneAt'>;

/** What a job did, page by page. `undefined`: no such job. */
export function readReceipt({ db }: ReadingLedger, jobId: string): JobReceipt | undefined {
  const head = db
    .prepare<[string], Head>(
      `SELECT id AS jobId, requested_by AS requestedBy, status, started_at AS startedAt, finished_at AS finishedAt,
              undone_at AS undoneAt
       FROM jobs WHERE id = ?`,
    )
    .get(jobId);
  if (head === undefined) return undefined;
  const entries = db
    .prepare<[string], ReceiptEntry>(
      `SELECT e.ref AS id, c.id AS connectionId, a.account_id AS accountId, a.display_name AS displayName, e.kind,
              e.from_day AS "from", e.to_day AS "to", e.at, e.http_status AS httpStatus, e.reason, e.returned,
              e.unreadable, e.inserted, e.duplicates, e.changed, e.removed, e.settled
       FROM receipt_entries e
       JOIN jobs j ON j.ref = e.job_ref
       JOIN accounts a ON a.ref = e.account_ref
       JOIN connections c ON c.ref = a.connection_ref
       WHERE j.id = ? ORDER BY e.ref`,
    )
    .all(jobId);
  return { ...head, listed: listedOf(db, head), totals: totalsOf(entries), entries };
}

/** The same question as the list's own, so that nobody is led to another number of rows. */
const listedOf = (db: ReadingDatabase, { jobId, startedAt }: Head): number =>
  listBySql(db).page({ filter: { cameWith: { jobId, startedAt } }, sort: newestFirst, offset: 0, limit: 0 })
    .total;

function totalsOf(entries: readonly ReceiptEntry[]): JobReceipt['totals'] {
  const pages = entries.filter(({ kind }) => kind === 'transactions' || kind === 'pending');
  const sum = (of: (entry: ReceiptEntry) => number | null): number =>
    pages.reduce((total, entry) => total + (of(entry) ?? 0), 0);
  return {
    pages: pages.length,
    refusals: entries.filter(({ kind }) => kind === 'refused').length,
    returned: sum(({ returned }) => returned),
    unreadable: sum(({ unreadable }) => unreadable),
    inserted: sum(({ inserted }) => inserted),
    duplicates: sum(({ duplicates }) => duplicates),
    changed: sum(({ changed }) => changed),
    removed: sum(({ removed }) => removed),
    settled: sum(({ settled }) => settled),
  };
}
