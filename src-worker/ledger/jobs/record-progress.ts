import type { AccountOutcome, JobStatus } from '#shared/job.ts';
import type { PerformanceSummary } from '#shared/performance-summary.ts';
import type { JobTimeline } from '#shared/job-timeline.ts';
import type { Progress } from '#shared/progress.ts';
import type { Ledger } from '../open-ledger.ts';

/** How a job ended, as its owner tells it. */
export interface JobEnd {
  readonly jobId: string;
  readonly status: JobStatus;
  readonly progress: Progress;
  readonly accounts: readonly AccountOutcome[];
  readonly performance: PerformanceSummary | null;
  readonly timeline?: JobTimeline | undefined;
}

/** Only the owner knows of failures and 429s in full; what the threads counted themselves is never taken back. */
const told =
  'errors = max(errors, ?), rate_limited = max(rate_limited, ?), progress_json = ?, heartbeat_at = ?';

/**
 * Progress and heartbeat in one. An owner that was taken for dead (its machine slept) and speaks again is alive; a
 * job it has itself ended stays ended.
 *
 * @returns whether there is such a job.
 */
export function recordProgress({ db }: Ledger, progress: Progress, nowIso: string): boolean {
  const { changes } = db
    .prepare(
      `UPDATE jobs SET ${told},
         status = CASE WHEN finished_at IS NULL OR status = 'interrupted' THEN ? ELSE status END,
         finished_at = CASE WHEN status = 'interrupted' THEN NULL ELSE finished_at END
       WHERE id = ?`,
    )
    .run(
      progress.errors,
      progress.rateLimited,
      JSON.stringify(progress),
      nowIso,
      progress.status,
      progress.jobId,
    );
  return changes > 0;
}

/** @returns whether there is such a job. */
export function finishJob({ db }: Ledger, end: JobEnd, nowIso: string): boolean {
  const { changes } = db
    .prepare(
      `UPDATE jobs SET ${told}, status = ?, finished_at = ?, accounts_json = ?, performance_json = ?, timeline_json = ?
       WHERE id = ?`,
    )
    .run(
      end.progress.errors,
      end.progress.rateLimited,
      JSON.stringify({ ...end.progress, status: end.status }),
      nowIso,
      end.status,
      nowIso,
      JSON.stringify(end.accounts),
      end.performance === null ? null : JSON.stringify(end.performance),
      end.timeline === undefined ? null : JSON.stringify(end.timeline),
      end.jobId,
    );
  return changes > 0;
}
