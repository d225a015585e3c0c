import { hostname } from 'node:os';
import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import type { SyncRequest } from '#shared/ledger-tasks.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { SyncHabits } from '#shared/sync-habits.ts';
import { followJob } from './follow-job.ts';
import { runJob } from './run-job.ts';
import type { SyncDeps } from './sync-deps.ts';
import type { SyncRun } from './sync-run.ts';

/** `workers`: threads, 1 to 16. `habits`: the usual ones when left out. */
export interface SyncOptions {
  readonly workers: number;
  readonly habits?: SyncHabits;
}

/** Starts syncs. The window, the tray, the schedule and the terminal all come here. */
export interface SyncRunner {
  /** Answers as soon as the job has its row; the work goes on behind it. */
  readonly start: (request: SyncRequest, options: SyncOptions) => Promise<Result<SyncRun>>;
}

/** One per process and ledger. */
export function createSyncRunner(deps: SyncDeps): SyncRunner {
  const start: SyncRunner['start'] = async (wish, options) => {
    const connections = await wantedConnections(deps, wish);
    if (!connections.ok) return connections;
    const request = underPresentId(wish, connections.value);
    const created = await deps.ledger.run({
      kind: 'create-job',
      ledgerPath: deps.ledgerPath,
      request,
      owner: { host: hostname(), pid: process.pid },
      nowIso: toIso(deps.clock.nowMs()),
    });
    if (!created.ok) return created;
    const { jobId, joined, interrupted } = created.value;
    for (const id of interrupted) deps.log.warn(`Job ${id} was interrupted; going on from what it stored`);
    if (!joined)
      return succeeded(runJob(deps, { jobId, request, connections: connections.value, ...options }));
    const takeOver = async (): Promise<SyncRun | null> => {
      const own = await start(request, options);
      return own.ok ? own.value : null;
    };
    return succeeded(followJob(deps, jobId, takeOver));
  };
  return { start };
}

/** The id that was named may be one the connection had before it was known as an earlier one. */
const underPresentId = (wish: SyncRequest, [first]: readonly Connection[]): SyncRequest =>
  wish.connectionId === undefined || first === undefined ? wish : { ...wish, connectionId: first.id };

/** The connections a request is about. A revoked one is left alone unless it is named. */
async function wantedConnections(
  deps: SyncDeps,
  request: SyncRequest,
): Promise<Result<readonly Connection[]>> {
  const { ledgerPath } = deps;
  const { connectionId, accountId } = request;
  const named = connectionId === undefined ? {} : { connectionId };
  const loaded = await deps.ledger.run({ kind: 'load-connections', ledgerPath, ...named });
  if (!loaded.ok) return loaded;
  const active = loaded.value.filter(({ state }) => connectionId !== undefined || state !== 'revoked');
  if (active.length === 0) {
    return failed(
      connectionId === undefined
        ? { kind: 'nothing-connected' }
        : { kind: 'not-found', what: 'connection', id: connectionId },
    );
  }
  if (accountId === undefined) return succeeded(active);
  const accounts = await deps.ledger.run({ kind: 'list-accounts', ledgerPath });
  if (!accounts.ok) return accounts;
  const owners = accounts.value.filter((row) => row.account_id === accountId).map((row) => row.connection_id);
  const owning = active.filter(({ id }) => owners.includes(id));
  return owning.length === 0
    ? failed({ kind: 'not-found', what: 'account', id: accountId })
    : succeeded(owning);
}
