import type { AccountOutcome } from '#shared/job.ts';
import type { SyncRequest } from '#shared/ledger-tasks.ts';
import type { JobProgress } from './job-progress.ts';
import type { SyncDeps } from './sync-deps.ts';
import type { SyncPool } from './sync-pool.ts';
import type { SyncHabits } from '#shared/sync-habits.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import { outcomeWords } from '#shared/words/outcome-words.ts';

/** What all parts of one running job share. */
export interface JobRun {
  readonly deps: SyncDeps;
  readonly jobId: string;
  readonly request: SyncRequest;
  readonly habits: SyncHabits;
  readonly pool: SyncPool;
  readonly progress: JobProgress;
  /** To progress, statistics, log and listeners. */
  readonly apply: (event: SyncEvent) => void;
  /** The user cancelled. */
  readonly stop: AbortSignal;
  /** The hard limit has passed. */
  readonly kill: AbortSignal;
  readonly softDeadlineMs: number;
  readonly gateSlotOf: (providerKey: string) => number;
}

/** Tells everyone that an account is done, with a sentence for the record, and hands the outcome on. */
export function endAccount(run: JobRun, outcome: AccountOutcome): AccountOutcome {
  const reason = outcomeWords(outcome);
  const told = reason === undefined ? outcome : { ...outcome, reason };
  run.apply({ kind: 'account-ended', outcome: told });
  return told;
}
