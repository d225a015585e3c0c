import { toIso } from '#shared/clock.ts';
import type { AppDeps } from './app-deps.ts';
import type { Board } from './board.ts';

/**
 * Has what a sync brought summed up, a few milliseconds for a usual one and some seconds for a million rows, so that
 * whoever opens the insights next does not wait for it. When it fails, the insights read the rows themselves.
 */
export async function keepSums({ longTasks, clock }: AppDeps, board: Board): Promise<void> {
  const place = board.place();
  if (place === null) return;
  const { ledgerPath } = place;
  await longTasks.run({ kind: 'refresh-sums', ledgerPath, nowIso: toIso(clock.nowMs()) });
}
