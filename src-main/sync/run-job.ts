import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import { emptyTimeline, endTimeline, foldTimeline } from '#shared/fold-timeline.ts';
import { gateSlots } from '#shared/gate-memory.ts';
import { hardLimitMs, softLimitMs } from '#shared/job.ts';
import type { SyncRequest } from '#shared/ledger-tasks.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { createPerformanceTracker } from '#shared/performance-tracker.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import { logLineOf } from '#shared/words/log-lines.ts';
import { performanceLines, syncEndLine } from '#shared/words/summary-lines.ts';
import { statusOfEnd } from './job-end.ts';
import { createJobProgress } from './job-progress.ts';
import type { JobRun } from './job-run.ts';
import { type SyncHabits, usualHabits } from '#shared/sync-habits.ts';
import { syncConnections } from './sync-connections.ts';
import type { SyncDeps } from './sync-deps.ts';
import { openSyncPool } from './sync-pool.ts';
import type { SyncRun } from './sync-run.ts';

/** What to run: the job row exists already. */
interface JobOrder {
  readonly jobId: string;
  readonly request: SyncRequest;
  readonly connections: readonly Connection[];
  readonly workers: number;
  readonly habits?: SyncHabits;
}

/** Threads a first sync may have: each is some 60 MB, and a bank is not asked more than so many things at once. */
const mostInHistoryWindow = 8;

/** After a consent old history is served for five minutes: then all accounts go side by side (design, section 5). */
const mostWorkers = ({ request, workers }: JobOrder): number =>
  request.requestedBy === 'connect' || request.requestedBy === 'demo'
    ? Math.max(workers, mostInHistoryWindow)
    : workers;

/** Starts a job of our own and answers at once. */
export function runJob(deps: SyncDeps, order: JobOrder): SyncRun {
  const stopper = new AbortController();
  const listeners = new Set<(event: SyncEvent) => void>();
  const tracker = createPerformanceTracker();
  const beganMs = performance.now();
  let timeline = emptyTimeline;
  const progress = createJobProgress({
    jobId: order.jobId,
    clock: deps.clock,
    record: async (now) => {
      const { ledgerPath } = deps;
      await deps.ledger.run({
        kind: 'record-progress',
        ledgerPath,
        progress: now,
        nowIso: toIso(deps.clock.nowMs()),
      });
    },
  });
  const apply = (event: SyncEvent): void => {
    progress.apply(event);
    tracker.add(event);
    timeline = foldTimeline(timeline, event, performance.now() - beganMs);
    const said = logLineOf(event);
    if (said !== null) {
      deps.log[said.level](said.line, said.account === undefined ? {} : { account: said.account });
    }
    for (const listener of listeners) listener(event);
  };

  const work = async (): Promise<JobRecord> => {
    const startedAt = toIso(deps.clock.nowMs());
    const killer = new AbortController();
    const hardTimer = setTimeout(() => killer.abort(), hardLimitMs);
    const pool = openSyncPool({
      workerFile: deps.workerFile,
      workers: order.workers,
      most: mostWorkers(order),
    });
    const slots = new Map<string, number>();
    const run: JobRun = {
      deps,
      jobId: order.jobId,
      request: order.request,
      habits: order.habits ?? usualHabits,
      pool,
      progress,
      apply,
      stop: stopper.signal,
      kill: killer.signal,
      softDeadlineMs: deps.clock.nowMs() + softLimitMs,
      gateSlotOf: (key) => slots.get(key) ?? slots.set(key, slots.size % gateSlots).size - 1,
    };
    const accounts = await syncConnections(run, order.connections);
    clearTimeout(hardTimer);
    await pool.close();
    const status = statusOfEnd(accounts, stopper.signal.aborted);
    const summary = tracker.summary(performance.now() - beganMs);
    const final = progress.end(status);
    const finishedAt = toIso(deps.clock.nowMs());
    const ended = { jobId: order.jobId, status, progress: final, accounts, performance: summary };
    const stored = await deps.ledger.run({
      kind: 'finish-job',
      ledgerPath: deps.ledgerPath,
      ...ended,
      timeline: endTimeline(timeline, summary.elapsedMs),
      nowIso: finishedAt,
    });
    for (const line of [syncEndLine(final), ...performanceLines(summary)]) {
      deps.log.info(line, { jobId: order.jobId });
    }
    if (!stored.ok)
      deps.log.error('The end of the job could not be stored', { failure: stored.failure.kind });
    return {
      ...final,
      requestedBy: order.request.requestedBy,
      startedAt,
      finishedAt,
      accounts,
      performance: summary,
    };
  };

  return {
    jobId: order.jobId,
    joined: false,
    progress: progress.now,
    subscribe: progress.subscribe,
    events: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cancel: () => stopper.abort(),
    done: work(),
  };
}
