import { toIso } from '#shared/clock.ts';
import type { AppDeps } from './app-deps.ts';
import type { Board } from './board.ts';

const dayMs = 86_400_000;

/**
 * Copies the ledger when the last scheduled copy is old enough. Asked after each sync, since only then there is something
 * new to keep; invented rows need no copy. A copy that fails is a line in the log and is tried again after the next sync.
 */
export async function backUpWhenDue(app: AppDeps, board: Board): Promise<void> {
  const { backUpEveryDays } = app.settings.read();
  const place = board.place();
  if (backUpEveryDays === null || place === null || place.kind === 'demo') return;
  const { ledgerPath } = place;
  const nowMs = app.clock.nowMs();
  const listed = await app.longTasks.run({ kind: 'list-backups', ledgerPath });
  if (!listed.ok) return;
  const last = listed.value.find(({ reason }) => reason === 'scheduled');
  if (last !== undefined && nowMs - Date.parse(last.madeAt) < backUpEveryDays * dayMs) return;
  const nowIso = toIso(nowMs);
  const made = await app.longTasks.run({ kind: 'back-up', ledgerPath, reason: 'scheduled', nowIso });
  if (made.ok) app.log.info(`The ledger is copied to ${made.value.path}`);
  else app.log.warn('The ledger could not be copied', { failure: made.failure.kind });
}
