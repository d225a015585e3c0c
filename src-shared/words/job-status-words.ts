import { assertNever } from '../assert-never.ts';
import type { JobStatus } from '../job.ts';

/** A job's state in plain words, to follow "the sync is ..." or "Sync ...". */
export function jobStatusWords(status: JobStatus): string {
  switch (status) {
    case 'queued':
      return 'waiting to start';
    case 'syncing':
      return 'running';
    case 'completed':
      return 'complete';
    case 'partial':
      return 'partly complete';
    case 'failed':
      return 'failed';
    case 'cancelled':
      return 'cancelled';
    case 'timed-out':
      return 'out of time';
    case 'interrupted':
      return 'interrupted';
    default:
      return assertNever(status);
  }
}

/** How a listed job ended, and whether it still stands. */
export const jobStandingWords = (job: {
  readonly status: JobStatus;
  readonly undoneAt?: string | undefined;
}): string =>
  job.undoneAt === undefined ? jobStatusWords(job.status) : `${jobStatusWords(job.status)}, taken back`;
