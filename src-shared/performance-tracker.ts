import type { PerformanceSummary, Timing } from './performance-summary.ts';
import type { WaitCause } from './progress.ts';
import type { SyncEvent } from './sync-event.ts';

/** Listens to a job's events and says at the end where the time went. */
export interface PerformanceTracker {
  readonly add: (event: SyncEvent) => void;
  /** `elapsedMs`: the job's wall time. */
  readonly summary: (elapsedMs: number) => PerformanceSummary;
}

/** One per job. */
export function createPerformanceTracker(): PerformanceTracker {
  const apiMs: number[] = [];
  const writeMs: number[] = [];
  const pageMs: number[] = [];
  const waits = new Map<WaitCause, { count: number; totalMs: number }>();
  const accounts = new Set<string>();
  let slowest: PerformanceSummary['slowestAccount'] = null;
  let transactions = 0;
  let rowsFetched = 0;
  let planningMs = 0;

  return {
    add: (event) => {
      if (event.kind === 'api-call') apiMs.push(event.ms);
      if (event.kind === 'database-write') writeMs.push(event.ms);
      if (event.kind === 'rows-stored') transactions += event.inserted;
      if (event.kind === 'page-stored') {
        pageMs.push(event.pageMs);
        transactions += event.inserted;
        rowsFetched += event.fetched;
      }
      if (event.kind === 'account-started') planningMs += event.planningMs;
      if (event.kind === 'wait-over') {
        const sum = waits.get(event.cause) ?? { count: 0, totalMs: 0 };
        waits.set(event.cause, { count: sum.count + 1, totalMs: sum.totalMs + event.waitedMs });
      }
      if (event.kind === 'account-ended') {
        const { accountId, displayName, elapsedMs } = event.outcome;
        accounts.add(accountId);
        if (slowest === null || elapsedMs > slowest.elapsedMs) slowest = { displayName, elapsedMs };
      }
    },
    summary: (elapsedMs) => {
      const apiCalls = timingOf(apiMs);
      const databaseWrites = timingOf(writeMs);
      const waitedMs = waits.get('rate-limit')?.totalMs ?? 0;
      const minutes = Math.max(1, elapsedMs) / 60_000;
      return {
        transactions,
        accounts: accounts.size,
        elapsedMs: Math.round(elapsedMs),
        transactionsPerMinute: Math.round(transactions / minutes),
        rowsPerSecond: Math.round((rowsFetched * 1000) / Math.max(1, elapsedMs)),
        apiCalls,
        databaseWrites,
        pages: timingOf(pageMs),
        waits: [...waits].map(([cause, sum]) => ({ cause, count: sum.count, totalMs: round(sum.totalMs) })),
        planningMs: round(planningMs),
        slowestAccount: slowest,
        bottleneck: bottleneckOf([
          ['api', apiCalls.totalMs],
          ['database', databaseWrites.totalMs],
          ['rate-limit', waitedMs],
          ['planning', planningMs],
        ]),
      };
    },
  };
}

type Part = Exclude<PerformanceSummary['bottleneck'], 'none'>;

function bottleneckOf(parts: readonly (readonly [Part, number])[]): PerformanceSummary['bottleneck'] {
  const [worst] = parts.toSorted((a, b) => b[1] - a[1]);
  return worst === undefined || worst[1] <= 0 ? 'none' : worst[0];
}

/** Sums up durations in milliseconds, to a tenth. p95 by nearest rank: the value 95 % do not exceed. */
export function timingOf(durationsMs: readonly number[]): Timing {
  if (durationsMs.length === 0) return { count: 0, meanMs: 0, p95Ms: 0, maxMs: 0, totalMs: 0 };
  const sorted = durationsMs.toSorted((a, b) => a - b);
  const totalMs = sorted.reduce((sum, ms) => sum + ms, 0);
  const at = (rank: number): number => sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? 0;
  return {
    count: sorted.length,
    meanMs: round(totalMs / sorted.length),
    p95Ms: round(at(Math.ceil(sorted.length * 0.95))),
    maxMs: round(at(sorted.length)),
    totalMs: round(totalMs),
  };
}

const round = (ms: number): number => Math.round(ms * 10) / 10;
