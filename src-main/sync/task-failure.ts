import { failureDetail } from '#shared/failure-detail.ts';
import type { Failure } from '#shared/failure.ts';
import { hardLimitMs } from '#shared/job.ts';
import type { JobRun } from './job-run.ts';

/**
 * Why a task has no answer: its thread was ended by the hard limit, or died. The failure is shown and stored, so it
 * names the error and does not quote it: a message may hold anything, a token too. The log, which is cleaned of
 * secrets, has the message.
 */
export function taskFailure(run: JobRun, error: unknown): Failure {
  if (run.kill.aborted) return { kind: 'timed-out', afterMs: hardLimitMs };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  run.deps.log.error('A worker thread died', { details });
  return { kind: 'worker-crashed', detail: nameOf(error) };
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return failureDetail('no-error-given');
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
