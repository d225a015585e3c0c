import type { RunningRow } from './day-figures.ts';
import { followRunning, type RunningTrail } from './follow-running.ts';

/** Fewer gaps than this may be rows that are missing; many of them, and the figures are no chain. */
const fewGaps = 3;
/** One day in so many may have a gap. */
const daysAGap = 5;

/** `null`: the bank gives no running balances, or what it gives under that name does not go on from row to row. */
export function usableTrail(running: readonly RunningRow[]): RunningTrail | null {
  const trail = followRunning(running);
  const best = trail.gaps.length < fewGaps ? trail : fewerGaps(trail, followRunning(running.map(turned)));
  if (best.days < 2) return null;
  return best.gaps.length >= fewGaps && best.gaps.length * daysAGap > best.days ? null : best;
}

const fewerGaps = (a: RunningTrail, b: RunningTrail): RunningTrail => (b.gaps.length < a.gaps.length ? b : a);

const turned = <T extends { readonly runningMinor: number | null }>(row: T): T => ({
  ...row,
  runningMinor: row.runningMinor === null ? null : -row.runningMinor,
});
