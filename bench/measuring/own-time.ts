/** How long work took by the clock, and how much of it this process was running: on a busy machine far less. */
export interface TimeTaken {
  readonly ms: number;
  readonly ownMs: number;
}

/** Measures `work`; all threads of the process count, so it should be doing nothing else. */
export function timed(work: () => unknown): TimeTaken {
  const startedMs = performance.now();
  const cpu = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - startedMs, ownMs: (user + system) / 1000 };
}

/** The value that `share` of all values do not exceed: 0.95 for p95. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
