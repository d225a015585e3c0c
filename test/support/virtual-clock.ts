import type { Clock } from '#shared/clock.ts';

/** A clock that only moves when somebody sleeps: each sleep ends at once and is written down. */
export interface VirtualClock extends Clock {
  /** Milliseconds, in order. */
  readonly slept: readonly number[];
  readonly advance: (ms: number) => void;
}

/** `startMs`: milliseconds since 1970. */
export function createVirtualClock(startMs = Date.parse('2026-03-01T12:00:00Z')): VirtualClock {
  const slept: number[] = [];
  let nowMs = startMs;
  return {
    slept,
    nowMs: () => nowMs,
    advance: (ms) => {
      nowMs += ms;
    },
    sleep: async (ms) => {
      slept.push(ms);
      nowMs += ms;
    },
  };
}
