import type { Clock } from '#shared/clock.ts';
import {
  foldProgress,
  type ProgressState,
  startProgress,
  withAccounts,
  withHistoryWindow,
  withStatus,
} from '#shared/fold-progress.ts';
import type { JobStatus } from '#shared/job.ts';
import type { Progress } from '#shared/progress.ts';
import type { SyncEvent } from '#shared/sync-event.ts';

/** At most ten pushes a second, always the last (design, section 3). */
const pushEveryMs = 100;
/** The job row is brought up to date this often while anything moves; the row's heartbeat, too. */
const recordEveryMs = 1_000;

/** A job's progress as main holds it: folds events, tells listeners, keeps the job row fresh. */
export interface JobProgress {
  readonly now: () => Progress;
  readonly apply: (event: SyncEvent) => void;
  readonly addAccounts: (accounts: number) => void;
  /** A bank closes its old history then. */
  readonly openHistory: (endsIso: string) => void;
  /** Sets the final status, tells listeners at once and stops the timers. */
  readonly end: (status: JobStatus) => Progress;
  /** Calls at once with the present state, then on every push. Returns how to stop listening. */
  readonly subscribe: (listener: (progress: Progress) => void) => () => void;
}

/** `record` writes to the job row; it is never called again before its last call has resolved. */
export function createJobProgress(deps: {
  readonly jobId: string;
  readonly clock: Clock;
  readonly record: (progress: Progress) => Promise<void>;
}): JobProgress {
  const listeners = new Set<(progress: Progress) => void>();
  let state: ProgressState = startProgress(deps.jobId, deps.clock.nowMs());
  let pushTimer: NodeJS.Timeout | null = null;
  let lastPushMs = 0;
  let recording = false;

  const push = (): void => {
    if (pushTimer !== null) clearTimeout(pushTimer);
    pushTimer = null;
    lastPushMs = performance.now();
    for (const listener of listeners) listener(state.progress);
  };
  const changed = (next: ProgressState): void => {
    state = next;
    if (pushTimer !== null) return;
    pushTimer = setTimeout(push, Math.max(0, lastPushMs + pushEveryMs - performance.now()));
  };
  const record = async (): Promise<void> => {
    if (recording) return;
    recording = true;
    await deps.record(state.progress);
    recording = false;
  };
  const recordTimer = setInterval(() => void record(), recordEveryMs);
  void record();

  return {
    now: () => state.progress,
    apply: (event) => changed(foldProgress(state, event, deps.clock.nowMs())),
    addAccounts: (accounts) => changed(withAccounts(state, accounts)),
    openHistory: (endsIso) => changed(withHistoryWindow(state, endsIso)),
    end: (status) => {
      clearInterval(recordTimer);
      state = withStatus(state, status);
      push();
      return state.progress;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      listener(state.progress);
      return () => listeners.delete(listener);
    },
  };
}
