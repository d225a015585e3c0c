import type { JobRecord } from '#shared/ledger-views.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import type { ProcessTable } from './job-owner-liveness.ts';
import { findOrphanedJobs } from './mark-interrupted-jobs.ts';
import { getJob, listJobs } from './read-jobs.ts';

/** When the question is asked, and by whose reckoning of who is alive. */
export interface AskedAt {
  readonly nowIso: string;
  readonly processes: ProcessTable;
}

/**
 * A job as it is now: one whose owner is gone is reported `interrupted`, though nobody has marked it yet.
 * `undefined`: no such job.
 */
export function reportJob(ledger: ReadingLedger, jobId: string, asked: AskedAt): JobRecord | undefined {
  const record = getJob(ledger, jobId);
  return record === undefined ? undefined : withTrueStatus([record], ledger, asked)[0];
}

/** Newest first. @see reportJob */
export const reportJobs = (ledger: ReadingLedger, limit: number, asked: AskedAt): readonly JobRecord[] =>
  withTrueStatus(listJobs(ledger, limit), ledger, asked);

function withTrueStatus(
  records: readonly JobRecord[],
  ledger: ReadingLedger,
  asked: AskedAt,
): readonly JobRecord[] {
  const orphaned = new Set(findOrphanedJobs(ledger.db, asked.nowIso, asked.processes).map(({ id }) => id));
  return records.map((record) =>
    orphaned.has(record.jobId) ? { ...record, status: 'interrupted', waiting: null, etaMs: null } : record,
  );
}
