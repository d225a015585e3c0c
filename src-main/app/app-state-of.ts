import { toIso } from '#shared/clock.ts';
import type { AppState } from '#shared/ipc/app-state.ts';
import type { SyncRequest } from '#shared/ledger-tasks.ts';
import type { ConnectState } from '#shared/ipc/connect-state.ts';
import { connectionStatusOf } from './connection-status.ts';
import type { AppDeps } from './app-deps.ts';
import type { LedgerFacts } from './ledger-facts.ts';
import type { SyncDesk } from './sync-desk.ts';

/** What the state is put together from, at the moment it is asked for. */
export interface StateParts {
  readonly facts: LedgerFacts;
  readonly ledgerPath: string;
  readonly secretsIn: AppState['secretsIn'];
  readonly running: ReturnType<SyncDesk['running']>;
  readonly connect: ConnectState;
  readonly nextMs: number | null;
}

/** The whole state, made anew each time: nothing in it can be out of step. */
export function appStateOf(
  { appVersion, clock, settings }: Pick<AppDeps, 'appVersion' | 'clock' | 'settings'>,
  parts: StateParts,
): AppState {
  const nowMs = clock.nowMs();
  const { facts, running } = parts;
  return {
    appVersion,
    ledgerPath: parts.ledgerPath,
    nowIso: toIso(nowMs),
    secretsIn: parts.secretsIn,
    connections: facts.connections.map((connection) =>
      connectionStatusOf(connection, facts.jobs, {
        nowMs,
        isSyncing: running !== null && isAbout(running.request, connection.id, connection.state, facts),
      }),
    ),
    accounts: facts.accounts,
    progress: running?.progress ?? null,
    connect: parts.connect,
    settings: settings.read(),
    nextSyncIso: parts.nextMs === null ? null : toIso(parts.nextMs),
  };
}

/** Whether the running job fetches from this connection. */
function isAbout(
  { connectionId, accountId }: SyncRequest,
  id: string,
  state: string,
  { accounts }: LedgerFacts,
): boolean {
  if (connectionId !== undefined) return connectionId === id;
  if (accountId === undefined) return state !== 'revoked';
  return accounts.some((row) => row.account_id === accountId && row.connection_id === id);
}
