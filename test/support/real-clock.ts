import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '#shared/clock.ts';

/** The machine's time, for tests that wait on sockets and other processes. */
export const realClock: Clock = {
  nowMs: () => Date.now(),
  sleep: async (ms, signal) => {
    const stop = new AbortController();
    const onAbort = (): void => stop.abort();
    if (signal?.aborted === true) return;
    signal?.addEventListener('abort', onAbort, { once: true });
    await delay(ms, undefined, { signal: stop.signal }).catch(() => {});
    signal?.removeEventListener('abort', onAbort);
  },
};
