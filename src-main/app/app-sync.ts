import type { JobRecord } from '#shared/ledger-views.ts';
import type { AppState } from '#shared/ipc/app-state.ts';
import type { ConnectDesk } from '../connect/connect-desk.ts';
import type { AppDeps } from './app-deps.ts';
import type { Board } from './board.ts';
import { noticesOfJob } from './notices.ts';
import { createSyncDesk, type SyncDesk } from './sync-desk.ts';
import type { Workplace } from './workplace.ts';

/** What a job under way has to do with the rest of the app. */
export interface AppSyncDeps {
  readonly app: Pick<AppDeps, 'clock' | 'desktop' | 'log' | 'memory' | 'settings'>;
  readonly board: () => Pick<Board, 'facts' | 'state' | 'tell' | 'changed' | 'read' | 'refresh'> & {
    readonly place: () => Pick<Workplace, 'runner'> | null;
  };
  readonly connect: () => Pick<ConnectDesk, 'state' | 'moved'>;
  readonly onBegun: () => void;
  readonly onOver: (job: JobRecord) => void;
}

/** The sync desk with its ties: the board is kept true, the window is told, and what was begun is remembered. */
export function createAppSync({ app, board, connect, onBegun, onOver }: AppSyncDeps): SyncDesk {
  const { memory, settings, desktop } = app;
  let shown = '';
  let before: AppState['connections'] = [];
  /** The bank just connected turned out to be a known one, or it is still itself, whatever else was synced. */
  const follow = ({ accounts: [account] }: JobRecord): void => {
    const now = connect().state();
    const isThere = (id: string): boolean =>
      board()
        .facts()
        .connections.some((each) => each.id === id);
    if (account === undefined || now.kind !== 'connected' || isThere(now.connectionId)) return;
    if (isThere(account.connectionId)) connect().moved(account.connectionId);
  };
  return createSyncDesk({
    log: app.log,
    runner: () => {
      const place = board().place();
      if (place === null) throw new Error('A sync before the ledger is open');
      return place.runner;
    },
    options: () => {
      const { syncWorkers: workers, lookBackDays, withPending } = settings.read();
      return { workers, habits: { lookBackDays, withPending } };
    },
    onStarting: () => {
      before = board().state().connections;
    },
    onStarted: (request) => {
      memory.write({ ...memory.read(), unfinishedSync: request });
      onBegun();
      board().changed();
    },
    onProgress: (progress) => {
      desktop.push('sync.progress', progress);
      board().tell();
      // Accounts, and their balances, appear as they are found and done.
      const now = `${progress.jobId} ${String(progress.totalAccounts)} ${String(progress.accountsDone)}`;
      if (now !== shown) void board().refresh();
      shown = now;
    },
    onEnding: async () => {
      await board().read();
    },
    onEnded: (job, byQuit) => {
      const isLeftUndone = byQuit && job.status === 'cancelled';
      if (!isLeftUndone) memory.write({ ...memory.read(), unfinishedSync: null });
      desktop.push('sync.ended', job);
      follow(job);
      board().changed();
      const after = board().state().connections;
      const notices = noticesOfJob({
        job,
        before,
        after,
        isWatched: desktop.isWatched(),
        nowMs: app.clock.nowMs(),
      });
      if (settings.read().notifications) for (const notice of notices) desktop.notify(notice);
      onOver(job);
    },
  });
}
