import type { Clock } from '#shared/clock.ts';

/** A clock for several at once: while all of them sleep it goes on to the first who wakes. Nothing waits for real time. */
export interface CrowdClock extends Clock {
  /** Runs until all of `work` has ended. */
  readonly run: (work: readonly Promise<unknown>[]) => Promise<void>;
}

/** `startMs`: milliseconds since 1970. Who falls asleep first wakes first, of two that wake at one time. */
export function createCrowdClock(startMs = Date.parse('2026-03-01T12:00:00Z')): CrowdClock {
  let nowMs = startMs;
  const sleepers: { readonly untilMs: number; readonly wake: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    sleep: (ms) =>
      new Promise((wake) => {
        const untilMs = nowMs + ms;
        const at = sleepers.findIndex((other) => other.untilMs > untilMs);
        sleepers.splice(at === -1 ? sleepers.length : at, 0, { untilMs, wake });
      }),
    run: async (work) => {
      const left = new Set(work);
      for (const part of work) void part.finally(() => left.delete(part));
      while (left.size > 0) {
        // All promises that can be kept now are kept before the next timer or immediate.
        await new Promise((resolve) => setImmediate(resolve));
        const next = sleepers.shift();
        if (next === undefined) continue;
        nowMs = next.untilMs;
        next.wake();
      }
    },
  };
}
