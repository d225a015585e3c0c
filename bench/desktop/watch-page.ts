import type { Page } from 'playwright';

/** How a page kept its user waiting, by the clock on the wall: what other programs took is in it. */
export interface PageStrain {
  /** Tasks of 50 ms and more (the Long Tasks API), in milliseconds. */
  readonly longTasksMs: readonly number[];
  /** Between two frames drawn: 16.7 where nothing is late. */
  readonly frameP99Ms: number;
  readonly frameMaxMs: number;
}

/** A page that is watched. */
export interface PageWatch {
  /** What was seen since the last take; begins anew. */
  readonly take: () => Promise<PageStrain>;
}

const watcher = `(() => {
  const watch = { tasks: [], frames: [], last: null };
  globalThis.benchWatch = watch;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.tasks.push(duration);
  }).observe({ type: 'longtask' });
  const frame = (now) => {
    if (watch.last !== null) watch.frames.push(now - watch.last);
    watch.last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})()`;

const taker = `(() => {
  const { benchWatch: watch } = globalThis;
  const frames = watch.frames.sort((a, b) => a - b);
  const round = (ms) => Math.round((ms ?? 0) * 10) / 10;
  const strain = {
    longTasksMs: watch.tasks,
    frameP99Ms: round(frames[Math.floor(frames.length * 0.99)]),
    frameMaxMs: round(frames.at(-1)),
  };
  Object.assign(watch, { tasks: [], frames: [] });
  return strain;
})()`;

/** Begins to watch. Lasts until the page is loaded anew. */
export async function watchPage(page: Page): Promise<PageWatch> {
  await page.evaluate(watcher);
  return { take: () => page.evaluate<PageStrain>(taker) };
}
