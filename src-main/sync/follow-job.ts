import { toIso } from '#shared/clock.ts';
import { isEnded } from '#shared/job.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { initialProgress, type Progress } from '#shared/progress.ts';
import type { SyncDeps } from './sync-deps.ts';
import type { SyncRun } from './sync-run.ts';

/** How often another process's job row is looked at. It is written once a second. */
const lookEveryMs = 250;

/**
 * Follows a job that another process runs: one sync and one token refresh for both, instead of two that spoil each
 * other. When the owner dies on the way, `takeOver` starts our own job, which goes on from what is stored.
 */
export function followJob(
  deps: Pick<SyncDeps, 'clock' | 'ledger' | 'ledgerPath'>,
  jobId: string,
  takeOver: () => Promise<SyncRun | null>,
): SyncRun {
  const letGo = new AbortController();
  const listeners = new Set<(progress: Progress) => void>();
  let seen: Progress = { ...initialProgress(jobId), status: 'syncing' };
  let heir: SyncRun | null = null;
  const tell = (progress: Progress): void => {
    seen = progress;
    for (const listener of listeners) listener(progress);
  };

  const follow = async (): Promise<JobRecord> => {
    for (;;) {
      const nowIso = toIso(deps.clock.nowMs());
      const found = await deps.ledger.run({ kind: 'get-job', ledgerPath: deps.ledgerPath, jobId, nowIso });
      if (found.ok) {
        const { requestedBy, startedAt, finishedAt, accounts, performance, ...progress } = found.value;
        tell(progress);
        if (found.value.status === 'interrupted' && !letGo.signal.aborted) {
          heir = await takeOver();
          if (heir !== null) {
            // Cancelled while it was being made: there was nothing to hand that on to.
            if (letGo.signal.aborted) heir.cancel();
            heir.subscribe(tell);
            return heir.done;
          }
        }
        if (isEnded(progress.status)) return found.value;
        if (letGo.signal.aborted) {
          return {
            ...progress,
            status: 'cancelled',
            requestedBy,
            startedAt,
            finishedAt,
            accounts,
            performance,
          };
        }
      }
      await deps.clock.sleep(lookEveryMs, letGo.signal);
    }
  };

  return {
    jobId,
    joined: true,
    progress: () => seen,
    subscribe: (listener) => {
      listeners.add(listener);
      listener(seen);
      return () => listeners.delete(listener);
    },
    events: () => () => undefined,
    cancel: () => {
      letGo.abort();
      heir?.cancel();
    },
    done: follow(),
  };
}
