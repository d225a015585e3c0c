import { assertNever } from './assert-never.ts';
import type { JobStatus } from './job.ts';
import { initialProgress, type Progress, type Waiting } from './progress.ts';
import type { SyncEvent } from './sync-event.ts';

interface AccountPages {
  readonly done: number;
  readonly ahead: number;
}

/** A job's progress with what is needed to go on folding. Main and the window fold the same way. */
export interface ProgressState {
  readonly progress: Progress;
  readonly startedAtMs: number;
  readonly rowsFetched: number;
  readonly accounts: Readonly<Record<string, AccountPages>>;
  /** Who waits, by account id; `''` for discovery. */
  readonly waits: Readonly<Record<string, Waiting>>;
}

/** The state before the first event. `nowMs` starts the rate and the estimate. */
export const startProgress = (jobId: string, nowMs: number): ProgressState => ({
  progress: { ...initialProgress(jobId), status: 'syncing' },
  startedAtMs: nowMs,
  rowsFetched: 0,
  accounts: {},
  waits: {},
});

/** Discovery has answered for one more connection: `accounts` join the total. */
export const withAccounts = (state: ProgressState, accounts: number): ProgressState => ({
  ...state,
  progress: { ...state.progress, totalAccounts: state.progress.totalAccounts + accounts },
});

/** A consent was given moments ago: of several, the window that closes last is shown. */
export function withHistoryWindow(state: ProgressState, endsIso: string): ProgressState {
  const shown = state.progress.historyWindow?.endsIso ?? '';
  const historyWindow = { endsIso: endsIso > shown ? endsIso : shown };
  return { ...state, progress: { ...state.progress, historyWindow } };
}

/** The job's status, with everything that is only true of a running job cleared at the end. */
export const withStatus = (state: ProgressState, status: JobStatus): ProgressState => ({
  ...state,
  progress: {
    ...state.progress,
    status,
    waiting: null,
    historyWindow: null,
    etaMs: status === 'syncing' ? state.progress.etaMs : null,
  },
});

/** Folds one event in; pure. `nowMs` is only used for the rate and the estimate. */
export function foldProgress(state: ProgressState, event: SyncEvent, nowMs: number): ProgressState {
  const counted = count(state, event);
  return { ...counted, progress: estimate(counted, nowMs) };
}

function count(state: ProgressState, event: SyncEvent): ProgressState {
  const { progress } = state;
  switch (event.kind) {
    case 'account-started':
      return withPages(
        { ...state, progress: { ...progress, currentAccount: event.displayName } },
        event.accountId,
        0,
        event.pagesAhead,
      );
    case 'page-stored': {
      const moved = {
        ...addRows(progress, event),
        currentAccount: event.displayName,
        pagesDone: progress.pagesDone + 1,
      };
      return withPages(
        { ...state, progress: moved, rowsFetched: state.rowsFetched + event.fetched },
        event.accountId,
        1,
        event.pagesAhead,
      );
    }
    case 'plan-changed':
      return withPages(state, event.accountId, 0, event.pagesAhead);
    case 'rows-stored':
      return { ...state, progress: addRows(progress, event) };
    case 'api-call':
      if (event.status !== 429) return state;
      return { ...state, progress: { ...progress, rateLimited: progress.rateLimited + 1 } };
    case 'waiting':
      return withWaits(state, { ...state.waits, [event.accountId ?? '']: event.waiting });
    case 'wait-over':
      return withWaits(state, without(state.waits, event.accountId ?? ''));
    case 'row-rejected':
      return { ...state, progress: { ...progress, errors: progress.errors + 1 } };
    case 'account-ended': {
      const failed = event.outcome.status !== 'completed' && event.outcome.status !== 'cancelled';
      const ended = {
        ...progress,
        accountsDone: progress.accountsDone + 1,
        errors: progress.errors + (failed ? 1 : 0),
      };
      const idle = withWaits({ ...state, progress: ended }, without(state.waits, event.outcome.accountId));
      return withPages(idle, event.outcome.accountId, 0, 0);
    }
    case 'database-write':
    case 'history-asked':
    case 'recurring-left-out':
      return state;
    default:
      return assertNever(event);
  }
}

type RowCounts = Pick<Progress, 'duplicates' | 'updated' | 'removed'> & { readonly inserted: number };

const addRows = (progress: Progress, rows: RowCounts): Progress => ({
  ...progress,
  transactionsSynced: progress.transactionsSynced + rows.inserted,
  duplicates: progress.duplicates + rows.duplicates,
  updated: progress.updated + rows.updated,
  removed: progress.removed + rows.removed,
});

function withPages(state: ProgressState, accountId: string, stored: number, ahead: number): ProgressState {
  const done = (state.accounts[accountId]?.done ?? 0) + stored;
  return { ...state, accounts: { ...state.accounts, [accountId]: { done, ahead } } };
}

/** Shown is the wait that ends last: only after that one does everything move again. */
function withWaits(state: ProgressState, waits: Readonly<Record<string, Waiting>>): ProgressState {
  const last = Object.values(waits).reduce<Waiting | null>(
    (longest, wait) => (longest === null || wait.untilIso > longest.untilIso ? wait : longest),
    null,
  );
  return { ...state, waits, progress: { ...state.progress, waiting: last } };
}

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** Accounts not yet begun are taken to need as many pages as those begun do on average. */
function estimate(state: ProgressState, nowMs: number): Progress {
  const { progress } = state;
  const begun = Object.values(state.accounts);
  const ahead = begun.reduce((sum, pages) => sum + pages.ahead, 0);
  const known = begun.reduce((sum, pages) => sum + pages.done + pages.ahead, 0);
  const notBegun = Math.max(0, progress.totalAccounts - begun.length);
  const pagesLeft = ahead + (begun.length === 0 ? 0 : Math.round((notBegun * known) / begun.length));
  const elapsedMs = Math.max(1, nowMs - state.startedAtMs);
  const { historyWindow } = progress;
  return {
    ...progress,
    historyWindow: historyWindow !== null && Date.parse(historyWindow.endsIso) > nowMs ? historyWindow : null,
    pagesPlanned: progress.pagesDone + pagesLeft,
    rowsPerSecond: Math.round((state.rowsFetched * 1000) / elapsedMs),
    etaMs: progress.pagesDone === 0 ? null : Math.round((elapsedMs / progress.pagesDone) * pagesLeft),
  };
}
