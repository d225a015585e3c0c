import type { JobRecord } from '#shared/ledger-views.ts';
import { initialProgress, type Progress } from '#shared/progress.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import type { SyncRun } from '../../../src-main/sync/sync-run.ts';

/** A job that does what the test says. */
export interface FakeSyncRun extends SyncRun {
  readonly push: (progress: Partial<Progress>) => void;
  readonly tell: (event: SyncEvent) => void;
  readonly end: (job: Partial<JobRecord>) => void;
  readonly cancels: () => number;
  readonly listeners: () => number;
}

/** A job as the ledger keeps it, all well unless said otherwise. */
export const jobRecord = (changes: Partial<JobRecord> = {}): JobRecord => ({
  ...initialProgress('job-1'),
  status: 'completed',
  requestedBy: 'user',
  startedAt: '2026-01-06T08:00:00.000Z',
  finishedAt: '2026-01-06T08:00:08.500Z',
  accounts: [],
  performance: null,
  ...changes,
});

/** @see FakeSyncRun */
export function fakeSyncRun({ joined = false }: { readonly joined?: boolean } = {}): FakeSyncRun {
  const progressListeners = new Set<(progress: Progress) => void>();
  const eventListeners = new Set<(event: SyncEvent) => void>();
  const { promise: done, resolve } = Promise.withResolvers<JobRecord>();
  let progress = initialProgress('job-1');
  let cancels = 0;
  return {
    jobId: 'job-1',
    joined,
    progress: () => progress,
    subscribe: (listener) => {
      progressListeners.add(listener);
      return () => progressListeners.delete(listener);
    },
    events: (listener) => {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    cancel: () => {
      cancels += 1;
    },
    done,
    push: (changes) => {
      progress = { ...progress, ...changes };
      for (const listener of progressListeners) listener(progress);
    },
    tell: (event) => {
      for (const listener of eventListeners) listener(event);
    },
    end: (changes) => resolve(jobRecord({ ...progress, status: 'completed', ...changes })),
    cancels: () => cancels,
    listeners: () => progressListeners.size + eventListeners.size,
  };
}
