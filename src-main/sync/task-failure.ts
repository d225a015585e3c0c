import type { Failure } from '#shared/failure.ts';
import { hardLimitMs } from '#shared/job.ts';
import type { JobRun } from './job-run.ts';

/** Why a task has no answer: its thread was ended by the hard limit, or died. */
export function taskFailure(run: JobRun, error: unknown): Failure {
  if (run.kill.aborted) return { kind: 'timed-out', afterMs: hardLimitMs };
  const detail = error instanceof Error ? error.message : String(error);
  run.deps.log.error('A worker thread died', { detail });
  return { kind: 'worker-crashed', detail };
}
