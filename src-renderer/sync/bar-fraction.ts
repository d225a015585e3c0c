import { isEnded } from '#shared/job.ts';
import type { Progress } from '#shared/progress.ts';

/** A bar that is full while something still runs would lie. */
const fullestWhileRunning = 0.99;

/**
 * How much of the bar is filled, 0 to 1; `null` while there is nothing to measure by. The plan of pages is an estimate
 * that grows, but a bar that moves back looks broken: `before` is what was shown last of the same job.
 */
export function barFraction(progress: Progress, before: number | null): number | null {
  if (isEnded(progress.status)) return 1;
  if (progress.totalAccounts === 0 || progress.pagesPlanned === 0) return before;
  const measured = Math.min(fullestWhileRunning, progress.pagesDone / progress.pagesPlanned);
  return Math.max(before ?? 0, measured);
}
