import { nextRun } from '../schedule/next-run.ts';
import { type Schedule, startSchedule } from '../schedule/schedule.ts';
import type { AppDeps } from './app-deps.ts';
import type { Board } from './board.ts';
import { consentNotices } from './notices.ts';

/** What the app does without anybody asking. */
export interface BackgroundDeps {
  readonly app: AppDeps;
  readonly board: Board;
  /** When a sync of any kind was last begun in this run, milliseconds since 1970. */
  readonly lastTriedMs: () => number | null;
  readonly sync: () => Promise<void>;
  /** Keeps unused consents from dying. Asked at the start and once a day; not waited for. */
  readonly keepAlive: () => void;
}

const dayMs = 86_400_000;

/** Plans background syncs, looks every minute whether somebody's consent is about to end, and keeps them alive. */
export function startBackground({ app, board, lastTriedMs, sync, keepAlive }: BackgroundDeps): Schedule {
  const { clock, memory, settings, desktop } = app;
  let keptAliveMs: number | null = null;

  const plan = (nowMs: number): number | null => {
    const { connections, jobs } = board.facts();
    if (!connections.some(({ state }) => state === 'active')) return null;
    const { syncEveryHours, pausedUntilIso } = settings.read();
    const [last] = jobs;
    const began = [lastTriedMs(), last === undefined ? null : Date.parse(last.startedAt)];
    const known = began.filter((ms) => ms !== null);
    return nextRun({
      nowMs,
      everyHours: syncEveryHours,
      lastBeganMs: known.length === 0 ? null : Math.max(...known),
      pausedUntilMs: pausedUntilIso === null ? null : Date.parse(pausedUntilIso),
      jitterSeed: last?.jobId ?? '',
    });
  };

  const onLook = (): void => {
    const nowMs = clock.nowMs();
    const { consentToldAt } = memory.read();
    const { notices, toldAt } = consentNotices(board.state().connections, consentToldAt, nowMs);
    if (notices.length > 0) memory.write({ ...memory.read(), consentToldAt: toldAt });
    if (settings.read().notifications) for (const notice of notices) desktop.notify(notice);
    board.changed();
    if (keptAliveMs === null || nowMs - keptAliveMs >= dayMs) {
      keptAliveMs = nowMs;
      keepAlive();
    }
  };

  return startSchedule({ clock, plan, run: sync, onLook });
}
