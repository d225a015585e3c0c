import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';

/**
 * How long the main thread kept its event loop waiting, in milliseconds. Each reading is the time from one tick of
 * a 1 ms timer to the next, so an idle loop reads a little over 1: `idleP50Ms` is that floor, measured in the same
 * process just before; nothing was subtracted.
 */
export const loopDelaySchema = z
  .object({
    idleP50Ms: z.number(),
    idleP99Ms: z.number(),
    p50Ms: z.number(),
    p99Ms: z.number(),
    maxMs: z.number(),
    gcCount: z.number(),
    gcTotalMs: z.number(),
    gcMaxMs: z.number(),
  })
  .readonly();
export type LoopDelay = z.infer<typeof loopDelaySchema>;

const idleMs = 300;
const nanosPerMs = 1e6;

/** Watches the loop of the calling thread while `work` runs; the idle floor is taken before. */
export async function watchLoop<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly loop: LoopDelay }> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await delay(idleMs);
  const idleP50Ms = round(histogram.percentile(50) / nanosPerMs);
  const idleP99Ms = round(histogram.percentile(99) / nanosPerMs);
  histogram.reset();
  const pausesMs: number[] = [];
  const collector = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) pausesMs.push(entry.duration);
  });
  collector.observe({ entryTypes: ['gc'] });
  const result = await work();
  histogram.disable();
  // Entries are handed over on a later turn of the loop.
  await delay(1);
  collector.disconnect();
  return {
    result,
    loop: {
      idleP50Ms,
      idleP99Ms,
      p50Ms: round(histogram.percentile(50) / nanosPerMs),
      p99Ms: round(histogram.percentile(99) / nanosPerMs),
      maxMs: round(histogram.max / nanosPerMs),
      gcCount: pausesMs.length,
      gcTotalMs: round(pausesMs.reduce((sum, ms) => sum + ms, 0)),
      gcMaxMs: round(Math.max(0, ...pausesMs)),
    },
  };
}

const round = (ms: number): number => Math.round(ms * 100) / 100;
