import type { SyncRequest } from '#shared/ledger-tasks.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import type { Progress } from '#shared/progress.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';
import type { SyncRun } from '../sync/sync-run.ts';
import type { SyncRunner } from '../sync/sync-runner.ts';

/** The job the app runs, whether or not a window looks on. One at a time. */
export interface SyncDesk {
  /**
   * Answers as soon as the job has its row. While one runs, its id is the answer: what it does not cover is done
   * right after it, in one further job.
   */
  readonly start: (request: SyncRequest) => Promise<Result<{ readonly jobId: string }>>;
  /** Stops at the next page; what waited is forgotten. */
  readonly cancel: () => void;
  readonly running: () => { readonly request: SyncRequest; readonly progress: Progress } | null;
  /** Cancels, waits for the end and takes nothing more. */
  readonly close: () => Promise<void>;
}

/** What it tells. `onEnded` is waited for before the next job begins. */
export interface SyncDeskDeps {
  readonly runner: () => SyncRunner;
  readonly workers: () => number;
  readonly onStarted: (request: SyncRequest) => void;
  readonly onProgress: (progress: Progress) => void;
  readonly onEnded: (job: JobRecord, request: SyncRequest, byQuit: boolean) => Promise<void>;
}

interface Running {
  readonly run: SyncRun;
  readonly request: SyncRequest;
  readonly over: Promise<void>;
}

/** One per app. */
export function createSyncDesk(deps: SyncDeskDeps): SyncDesk {
  let running: Running | null = null;
  let next: SyncRequest | null = null;
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  const begin = async (request: SyncRequest): Promise<Result<{ readonly jobId: string }>> => {
    if (closed) return failed({ kind: 'cancelled' });
    if (running !== null) {
      if (!covers(running.request, request)) next = next === null ? request : everything(next, request);
      return succeeded({ jobId: running.run.jobId });
    }
    const started = await deps.runner().start(request, { workers: deps.workers() });
    if (!started.ok) return started;
    const run = started.value;
    running = { run, request, over: follow(run, request) };
    if (closed) run.cancel();
    deps.onStarted(request);
    run.subscribe(deps.onProgress);
    return succeeded({ jobId: run.jobId });
  };

  const start: SyncDesk['start'] = (request) => {
    const answer = turn.then(() => begin(request));
    turn = answer.catch(() => null);
    return answer;
  };

  async function follow(run: SyncRun, request: SyncRequest): Promise<void> {
    const job = await run.done;
    running = null;
    await deps.onEnded(job, request, closed);
    const waiting = next;
    next = null;
    if (waiting !== null && !closed) await start(waiting);
  }

  return {
    start,
    cancel: () => {
      next = null;
      running?.run.cancel();
    },
    running: () => (running === null ? null : { request: running.request, progress: running.run.progress() }),
    close: async () => {
      closed = true;
      next = null;
      await turn;
      const { run, over } = running ?? {};
      run?.cancel();
      await over;
    },
  };
}

/** As jobs cover each other in the ledger: the same, or one about everything. */
const covers = (running: SyncRequest, asked: SyncRequest): boolean =>
  (running.attended || !asked.attended) &&
  running.from === asked.from &&
  running.to === asked.to &&
  (running.connectionId === undefined || running.connectionId === asked.connectionId) &&
  (running.accountId === undefined || running.accountId === asked.accountId);

/** Two that wait become one that does what both ask, where they differ: everything. */
const everything = (a: SyncRequest, b: SyncRequest): SyncRequest =>
  covers(a, b) ? a : covers(b, a) ? b : { requestedBy: b.requestedBy, attended: a.attended || b.attended };
