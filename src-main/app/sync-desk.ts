import type { SyncRequest } from '#shared/ledger-tasks.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import type { Progress } from '#shared/progress.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';
import type { LogDoor } from '../log/log-door.ts';
import type { SyncRun } from '../sync/sync-run.ts';
import type { SyncOptions, SyncRunner } from '../sync/sync-runner.ts';

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

/**
 * What it tells. `onEnding` is waited for while the job still counts as running, so that its end and what it changed
 * are seen at once. `byQuit`: the app was closed meanwhile.
 */
export interface SyncDeskDeps {
  readonly runner: () => SyncRunner;
  readonly options: () => SyncOptions;
  readonly onStarting: () => void;
  readonly onStarted: (request: SyncRequest) => void;
  readonly onProgress: (progress: Progress) => void;
  readonly onEnding: () => Promise<void>;
  readonly onEnded: (job: JobRecord, byQuit: boolean) => void;
  readonly log: LogDoor;
}

interface Running {
  readonly run: SyncRun;
  readonly request: SyncRequest;
  readonly over: Promise<void>;
  /** The job is at its end: it takes no further wish with it. */
  isEnding: boolean;
}

/** One per app. */
export function createSyncDesk(deps: SyncDeskDeps): SyncDesk {
  let running: Running | null = null;
  let next: SyncRequest | null = null;
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  const begin = async (request: SyncRequest): Promise<Result<{ readonly jobId: string }>> => {
    if (closed) return failed({ kind: 'cancelled' });
    if (running?.isEnding === true) await running.over;
    if (running !== null) {
      if (!covers(running.request, request)) next = next === null ? request : everything(next, request);
      return succeeded({ jobId: running.run.jobId });
    }
    deps.onStarting();
    const started = await deps.runner().start(request, deps.options());
    if (!started.ok) return started;
    const run = started.value;
    running = { run, request, over: follow(run), isEnding: false };
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

  async function follow(run: SyncRun): Promise<void> {
    const job = await run.done;
    if (running !== null) running.isEnding = true;
    await deps.onEnding();
    running = null;
    deps.onEnded(job, closed);
    const waiting = next;
    next = null;
    if (waiting === null || closed) return;
    // Not waited for: it stands in line behind whoever waits for this end.
    start(waiting).catch((error: unknown) =>
      deps.log.error('The next sync did not start', { detail: String(error) }),
    );
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
