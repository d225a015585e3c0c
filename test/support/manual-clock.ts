import type { Clock } from '#shared/clock.ts';

/** A clock that stands still until it is told to go on: no test waits for real time. */
export interface ManualClock extends Clock {
  /** Moves the time on and ends every sleep that is over by then. */
  readonly advance: (ms: number) => void;
  /** How many calls are asleep now. */
  readonly sleepers: () => number;
}

/** @param startMs where it stands at first, milliseconds since 1970. */
export function createManualClock(startMs = Date.UTC(2026, 0, 6, 8)): ManualClock {
  let nowMs = startMs;
  const sleepers = new Set<{ readonly untilMs: number; readonly wake: () => void }>();
  return {
    nowMs: () => nowMs,
    sleep: (ms, signal) => {
      if (signal?.aborted === true) return Promise.resolve();
      return new Promise((resolve) => {
        const sleeper = {
          untilMs: nowMs + ms,
          wake: () => {
            sleepers.delete(sleeper);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake, { once: true });
      });
    },
    advance: (ms) => {
      nowMs += ms;
      for (const sleeper of sleepers) if (sleeper.untilMs <= nowMs) sleeper.wake();
    },
    sleepers: () => sleepers.size,
  };
}
