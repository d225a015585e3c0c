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
  /** Stops at the next page; what waited is forgotten, and what has been asked for and not begun stops as it begins. */
  readonly cancel: () => void;
  /** Cancels and waits for the end: another ledger is about to come into use. */
  readonly stop: () => Promise<void>;
  /**
   * Does what no job may meet, such as putting another file in the ledger's place: what is asked for meanwhile starts after
   * it. `null`: a job runs, nothing was done.
   */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | null>;
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
  /** It stops at the next page: whoever asks from now on is not served by it. */
  isCancelled: boolean;
}

/** One per app. */
export function createSyncDesk(deps: SyncDeskDeps): SyncDesk {
  let running: Running | null = null;
  let next: SyncRequest | null = null;
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();
  /** How often it was cancelled: a job that begins after a cancel may have been asked for before it. */
  let cancels = 0;

  const begin = async (
    request: SyncRequest,
    askedAt: number,
  ): Promise<Result<{ readonly jobId: string }>> => {
    if (closed) return failed({ kind: 'cancelled' });
    if (running?.isEnding === true) await running.over;
    if (running !== null) {
      const isServed = !running.isCancelled && covers(running.request, request);
      if (askedAt === cancels && !isServed) next = next === null ? request : everything(next, request);
      return succeeded({ jobId: running.run.jobId });
    }
    deps.onStarting();
    const started = await deps.runner().start(request, deps.options());
    if (!started.ok) return started;
    const run = started.value;
    running = { run, request, over: follow(run), isEnding: false, isCancelled: false };
    if (closed || askedAt !== cancels) stopRunning();
    deps.onStarted(request);
    run.subscribe(deps.onProgress);
    return succeeded({ jobId: run.jobId });
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const answer = turn.then(work);
    turn = answer.catch(() => null);
    return answer;
  };
  const start: SyncDesk['start'] = (request) => {
    const askedAt = cancels;
    return inTurn(() => begin(request, askedAt));
  };
  const stopRunning = (): void => {
    if (running === null) return;
    running.isCancelled = true;
    running.run.cancel();
  };
  const cancel = (): void => {
    cancels += 1;
    next = null;
    stopRunning();
  };
  const stop = async (): Promise<void> => {
    cancel();
    await turn;
    await running?.over;
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
    cancel,
    stop,
    alone: (work) =>
      inTurn(async () => {
        if (running?.isEnding === true) await running.over;
        return running === null ? work() : null;
      }),
    running: () => (running === null ? null : { request: running.request, progress: running.run.progress() }),
    close: async () => {
      closed = true;
      await stop();
    },
  };
}

/**
 * As jobs cover each other in the ledger: the same, or one about everything. The first sync after a consent is covered by
 * none: a job that runs knows nothing of the new bank, which serves its old history for minutes only.
 */
const covers = (running: SyncRequest, asked: SyncRequest): boolean =>
  asked.requestedBy !== 'connect' &&
  asked.requestedBy !== 'demo' &&
  (running.attended || !asked.attended) &&
  running.from === asked.from &&
  running.to === asked.to &&
  (running.connectionId === undefined || running.connectionId === asked.connectionId) &&
  (running.accountId === undefined || running.accountId === asked.accountId);

/** Two that wait become one that does what both ask, where they differ: everything. */
const everything = (a: SyncRequest, b: SyncRequest): SyncRequest =>
  covers(a, b) ? a : covers(b, a) ? b : { requestedBy: b.requestedBy, attended: a.attended || b.attended };
