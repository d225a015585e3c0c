import type { Failure } from '#shared/failure.ts';
import type { AccountOutcome } from '#shared/job.ts';
import type { JobRecord } from '#shared/ledger-views.ts';

/** The exit codes scripts rely on (design, section 8). 130 is the shell's custom for Ctrl-C: 128 + SIGINT. */
export const exitCode = {
  ok: 0,
  failed: 1,
  usage: 2,
  someAccountsFailed: 3,
  reconnectNeeded: 4,
  rateLimited: 5,
  interrupted: 130,
} as const;

/**
 * The exit code of a command that ended with a failure. A ledger that cannot be used is `failed`, wherever its path
 * came from; nothing connected is `failed` too, so that a cron job of a machine that was never set up is noticed.
 */
export function exitCodeOfFailure(failure: Failure): number {
  switch (failure.kind) {
    case 'not-found':
    case 'redirect-uri-unusable':
      return exitCode.usage;
    case 'reconnect-needed':
    case 'access-denied':
      return exitCode.reconnectNeeded;
    case 'rate-limited':
    case 'daily-limit':
      return exitCode.rateLimited;
    case 'cancelled':
      return exitCode.interrupted;
    default:
      return exitCode.failed;
  }
}

/** The exit code of a sync: what the worst thing that needs a person is, and whether anything got through. */
export function exitCodeOfJob(job: Pick<JobRecord, 'status' | 'accounts' | 'transactionsSynced'>): number {
  if (job.status === 'cancelled') return exitCode.interrupted;
  const failing = job.accounts.filter((account) => account.status !== 'completed');
  const allAre = (status: AccountOutcome['status']): boolean =>
    failing.length > 0 && failing.every((account) => account.status === status);
  if (allAre('rate-limited')) return exitCode.rateLimited;
  if (allAre('reconnect-needed')) return exitCode.reconnectNeeded;
  if (job.status === 'timed-out') {
    return job.transactionsSynced > 0 ? exitCode.someAccountsFailed : exitCode.failed;
  }
  if (failing.length === 0) return job.status === 'completed' ? exitCode.ok : exitCode.failed;
  return failing.length < job.accounts.length ? exitCode.someAccountsFailed : exitCode.failed;
}
