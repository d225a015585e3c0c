/** After the first 429: five calls a second, which is slower than a run of threads and faster than one thread with a slow bank. */
const firstIntervalMs = 200;
/** A bank that wants more than this apart is better served by Retry-After and by fewer syncs. */
export const slowestIntervalMs = 10_000;
/** Below this a pause changes nothing: a call takes longer. */
const leastIntervalMs = 50;
const growth = 2;
/** Carefully: some 23 good answers halve the pause, where one 429 doubles it. */
const recovery = 0.97;
const dayMs = 86_400_000;

/** The bank said 429: twice the pause between calls. Milliseconds in and out; 0 is no pause at all. */
export const slower = (intervalMs: number): number =>
  Math.min(slowestIntervalMs, Math.max(firstIntervalMs, intervalMs * growth));

/** The bank answered: a little less. A bank that never says 429 is never slowed. */
export function faster(intervalMs: number): number {
  const next = Math.floor(intervalMs * recovery);
  return next < leastIntervalMs ? 0 : next;
}

/** What a pause learnt `idleMs` ago is worth now: half of it for each whole day. */
export function rested(intervalMs: number, idleMs: number): number {
  const next = Math.floor(intervalMs / 2 ** Math.floor(Math.max(0, idleMs) / dayMs));
  return next < leastIntervalMs ? 0 : next;
}
