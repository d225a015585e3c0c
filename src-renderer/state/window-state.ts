import { assertNever } from '#shared/assert-never.ts';
import type { Failure } from '#shared/failure.ts';
import type { AppState } from '#shared/ipc/app-state.ts';
import { isEnded } from '#shared/job.ts';
import type { LedgerUpdate } from '#shared/ledger-update.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import type { Progress } from '#shared/progress.ts';
import { barFraction } from '../sync/bar-fraction.ts';
import type { WindowPlace } from './window-place.ts';

/** The job that runs, and how full its bar is (0 to 1, `null`: not known yet). */
export interface RunningJob {
  readonly progress: Progress;
  readonly fraction: number | null;
}

/** Everything the window draws from, the transactions apart. */
export interface WindowState {
  /** `null` until main has answered. */
  readonly app: AppState | null;
  /** Main's clock minus this machine's: `--now` may have moved it. Milliseconds. */
  readonly clockOffsetMs: number;
  /** An older ledger is being brought up to date: main answers nothing else meanwhile. */
  readonly updating: LedgerUpdate | null;
  readonly running: RunningJob | null;
  /** The job that ended while this window was open and has not been dismissed. */
  readonly ended: JobRecord | null;
  /** Counts what may have changed rows: tables look whether it moved. */
  readonly ledgerChanges: number;
  /** Newest first; `null` until asked for. */
  readonly jobs: readonly JobRecord[] | null;
  readonly place: WindowPlace;
  /** Why the last click did nothing. */
  readonly notice: Failure | null;
  /** The first sync of a new connection that the user has been shown. */
  readonly welcomedJobId: string | null;
}

/** The window before main has said anything. */
export const initialWindowState: WindowState = {
  app: null,
  clockOffsetMs: 0,
  updating: null,
  running: null,
  ended: null,
  ledgerChanges: 0,
  jobs: null,
  place: { kind: 'overview' },
  notice: null,
  welcomedJobId: null,
};

/** What main told, or answered. `atMs`: this machine's clock when it came. */
export type WindowEvent =
  | { readonly kind: 'app'; readonly app: AppState; readonly atMs: number }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'ended'; readonly job: JobRecord }
  | { readonly kind: 'jobs'; readonly jobs: readonly JobRecord[] };

/** Folds one event in; pure. */
export function foldWindow(state: WindowState, event: WindowEvent): WindowState {
  switch (event.kind) {
    case 'app':
      return withApp(state, event.app, event.atMs);
    case 'progress':
      return withProgress(state, event.progress);
    case 'ended':
      return {
        ...state,
        running: state.running?.progress.jobId === event.job.jobId ? null : state.running,
        ended: event.job,
        jobs: state.jobs === null ? null : [event.job, ...without(state.jobs, event.job.jobId)],
        ledgerChanges: state.ledgerChanges + 1,
      };
    case 'jobs':
      return { ...state, jobs: event.jobs };
    default:
      return assertNever(event);
  }
}

function withApp(state: WindowState, app: AppState, atMs: number): WindowState {
  const opened = state.app === null;
  const next = {
    ...(opened || state.app.ledgerPath === app.ledgerPath ? state : withOtherLedger(state)),
    app,
    clockOffsetMs: Date.parse(app.nowIso) - atMs,
    // What was already connected when the window opened needs no welcome.
    welcomedJobId: opened && app.connect.kind === 'connected' ? app.connect.jobId : state.welcomedJobId,
  };
  return app.progress === null ? { ...next, running: null } : withProgress(next, app.progress);
}

/** Nothing of one ledger may show under the name of another: the demo bank's, and then the user's own. */
const withOtherLedger = (state: WindowState): WindowState => ({
  ...state,
  ended: null,
  jobs: null,
  ledgerChanges: state.ledgerChanges + 1,
});

function withProgress(state: WindowState, progress: Progress): WindowState {
  // The last of the ten a second may come after the end.
  if (state.ended?.jobId === progress.jobId) return state;
  const sameJob = state.running?.progress.jobId === progress.jobId;
  const before = sameJob ? (state.running?.fraction ?? null) : null;
  const accountsMoved = sameJob && state.running?.progress.accountsDone !== progress.accountsDone;
  return {
    ...state,
    running: { progress, fraction: barFraction(progress, before) },
    ended: sameJob ? state.ended : null,
    ledgerChanges: state.ledgerChanges + (accountsMoved ? 1 : 0),
  };
}

const without = (jobs: readonly JobRecord[], jobId: string): readonly JobRecord[] =>
  jobs.filter((job) => job.jobId !== jobId);

/** A job is at work at this moment. */
export const isSyncing = ({ running }: WindowState): boolean =>
  running !== null && !isEnded(running.progress.status);
