import type { Clock } from '#shared/clock.ts';
import { realClock } from '../real-clock.ts';

/** The machine's time, which a test can move on: sleeps that are over by then end at once. */
export interface AdvancingClock extends Clock {
  readonly advance: (ms: number) => void;
}

/** @see AdvancingClock */
export function createAdvancingClock(): AdvancingClock {
  let aheadMs = 0;
  const sleepers = new Map<AbortController, number>();
  const nowMs = (): number => Date.now() + aheadMs;
  return {
    nowMs,
    sleep: async (ms, signal) => {
      const over = new AbortController();
      const onAbort = (): void => over.abort();
      if (signal?.aborted === true) return;
      signal?.addEventListener('abort', onAbort, { once: true });
      sleepers.set(over, nowMs() + ms);
      await realClock.sleep(ms, over.signal);
      sleepers.delete(over);
      signal?.removeEventListener('abort', onAbort);
    },
    advance: (ms) => {
      aheadMs += ms;
      for (const [over, untilMs] of sleepers) if (untilMs <= nowMs()) over.abort();
    },
  };
}
