import type { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ElectronApplication } from 'playwright';

declare global {
  var benchLoop: ReturnType<typeof monitorEventLoopDelay> | undefined;
}

/** How long the main process kept its event loop waiting, as in `loop-watch.ts`: an idle loop reads a little over 1 ms. */
export interface MainDelay {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** The main process of a running app, watched from inside. */
export interface MainWatch {
  /** What was seen since the last take; begins anew. */
  readonly take: () => Promise<MainDelay>;
}

/** Begins to watch. On the stand-in, its own work (DevTools messages to and from Chromium) is in main too, and counts. */
export async function watchMain(electronApp: ElectronApplication): Promise<MainWatch> {
  await electronApp.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    globalThis.benchLoop = monitorEventLoopDelay({ resolution: 1 });
    globalThis.benchLoop.enable();
  });
  return {
    take: () =>
      electronApp.evaluate(() => {
        const loop = globalThis.benchLoop;
        if (loop === undefined) throw new Error('Nobody watches the loop');
        const ms = (nanos: number): number => Math.round(nanos / 1e4) / 100;
        const delay = { p50Ms: ms(loop.percentile(50)), p99Ms: ms(loop.percentile(99)), maxMs: ms(loop.max) };
        loop.reset();
        return delay;
      }),
  };
}
