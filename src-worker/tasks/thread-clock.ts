import type { Clock } from '#shared/clock.ts';

/** The machine's clock moved by `offsetMs` (`--now`). Sleeps are real: only what the clock shows is moved. */
export const createThreadClock = (offsetMs: number): Clock => ({
  nowMs: () => Date.now() + offsetMs,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      // Timers may fire up to a millisecond early; a wait a bank asked for is never cut short.
      const timer = setTimeout(done, Math.ceil(ms) + 1);
      signal?.addEventListener('abort', done, { once: true });
    }),
});
