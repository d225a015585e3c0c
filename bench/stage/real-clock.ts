import type { Clock } from '#shared/clock.ts';

/** The machine's time. A sleep that is given up leaves no timer, which would hold the process. */
export const realClock: Clock = {
  nowMs: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      const giveUp = (): void => {
        clearTimeout(timer);
        resolve();
      };
      if (signal?.aborted === true) giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
    }),
};
