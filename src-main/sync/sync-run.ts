import type { JobRecord } from '#shared/ledger-views.ts';
import type { Progress } from '#shared/progress.ts';
import type { SyncEvent } from '#shared/sync-event.ts';

/** A job under way, ours or another process's that we follow. */
export interface SyncRun {
  readonly jobId: string;
  /** Another process runs it: progress comes from the job row, and there are no events. */
  readonly joined: boolean;
  readonly progress: () => Progress;
  /** At most ten calls a second, always the last. Returns how to stop listening. */
  readonly subscribe: (listener: (progress: Progress) => void) => () => void;
  /** Every single event, for log lines. Returns how to stop listening. */
  readonly events: (listener: (event: SyncEvent) => void) => () => void;
  /** Stops at the next page; a followed job is only let go of. Safe to call twice. */
  readonly cancel: () => void;
  /** The end, whatever it was. Never rejects. */
  readonly done: Promise<JobRecord>;
}
