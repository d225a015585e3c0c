import type { Progress } from '#shared/progress.ts';

/** Electron: below 0 takes the bar away, above 1 is a bar with no known end (elsewhere than on Linux). */
const none = -1;
const endless = 2;

/** What the dock or the taskbar shows of a job: the share of planned pages that are stored. */
export function taskbarProgress(progress: Progress | null): number {
  if (progress === null) return none;
  const { pagesDone, pagesPlanned } = progress;
  return pagesPlanned === 0 ? endless : Math.min(1, pagesDone / pagesPlanned);
}
