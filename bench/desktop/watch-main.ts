import type { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ElectronApplication } from 'playwright';

/** What the watch keeps inside the app. `ownMs`: processor time of the main thread between two ticks of a 1 ms timer. */
interface WatchInside {
  readonly loop: ReturnType<typeof monitorEventLoopDelay>;
  ownMs: number[];
}

declare global {
  var benchMain: WatchInside | undefined;
}

/**
 * How long the main process kept its event loop waiting, as in `loop-watch.ts`: an idle loop reads a little over 1 ms.
 * `own...`: how much of that its thread was working itself, which other programs cannot make longer.
 */
export interface MainDelay {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly ownP99Ms: number;
  readonly ownMaxMs: number;
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
    const watch: WatchInside = { loop: monitorEventLoopDelay({ resolution: 1 }), ownMs: [] };
    globalThis.benchMain = watch;
    watch.loop.enable();
    const usedMs = (): number => {
      const { user, system } = process.threadCpuUsage();
      return (user + system) / 1000;
    };
    let lastMs = usedMs();
    setInterval(() => {
      const nowMs = usedMs();
      watch.ownMs.push(nowMs - lastMs);
      lastMs = nowMs;
    }, 1);
  });
  return {
    take: () =>
      electronApp.evaluate(() => {
        const watch = globalThis.benchMain;
        if (watch === undefined) throw new Error('Nobody watches the loop');
        const { loop, ownMs } = watch;
        const round = (ms: number): number => Math.round(ms * 100) / 100;
        const sorted = ownMs.toSorted((a, b) => a - b);
        const delay = {
          p50Ms: round(loop.percentile(50) / 1e6),
          p99Ms: round(loop.percentile(99) / 1e6),
          maxMs: round(loop.max / 1e6),
          ownP99Ms: round(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
          ownMaxMs: round(sorted.at(-1) ?? 0),
        };
        watch.ownMs = [];
        loop.reset();
        return delay;
      }),
  };
}
