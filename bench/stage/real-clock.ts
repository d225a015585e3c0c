import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '#shared/clock.ts';

/** The machine's time. Nothing measured here is ever cancelled, so `signal` is not looked at. */
export const realClock: Clock = {
  nowMs: () => Date.now(),
  sleep: async (ms) => {
    await delay(ms);
  },
};
