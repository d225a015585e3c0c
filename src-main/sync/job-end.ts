import type { AccountOutcome, JobStatus } from '#shared/job.ts';

/** What a job's status is once all its accounts have ended. A cancel and the time limit outrank what accounts say. */
export function statusOfEnd(outcomes: readonly AccountOutcome[], cancelled: boolean): JobStatus {
  if (cancelled) return 'cancelled';
  if (outcomes.some(({ status }) => status === 'timed-out')) return 'timed-out';
  const completed = outcomes.filter(({ status }) => status === 'completed').length;
  if (completed === outcomes.length) return 'completed';
  return completed > 0 ? 'partial' : 'failed';
}
