import type { Connection } from '#shared/connection.ts';
import type { ConnectionHealth, ConnectionStatus } from '#shared/ipc/app-state.ts';
import type { AccountOutcome } from '#shared/job.ts';
import type { JobRecord } from '#shared/ledger-views.ts';

/** A job's outcome for one account, with when the job ended. */
interface Ending {
  readonly outcome: AccountOutcome;
  readonly finishedAt: string;
}

/**
 * How a connection is, from the jobs that touched it. `jobs`: newest first. Each account counts with the last thing
 * that happened to it, so that a success with one does not hide the failure of another; a cancel says nothing.
 */
export function connectionStatusOf(
  connection: Connection,
  jobs: readonly JobRecord[],
  at: { readonly nowMs: number; readonly isSyncing: boolean },
): ConnectionStatus {
  const endings = lastEndings(connection, jobs);
  const lastSyncedAt = lastCompletedAt(connection.id, jobs);
  const { health, outcome } = at.isSyncing
    ? { health: 'syncing' as const, outcome: null }
    : worstOf(connection, endings, lastSyncedAt);
  const { id, providerId, providerName, environment, consentExpiresAt, state } = connection;
  return {
    id,
    provider_id: providerId,
    provider_name: providerName,
    environment,
    consent_expires_at: consentExpiresAt,
    state,
    health,
    lastSyncedAt,
    trouble: outcome === null ? null : troubleIn(outcome),
  };
}

const troubleIn = ({
  accountId,
  displayName,
  failure,
  untilIso,
}: AccountOutcome): ConnectionStatus['trouble'] => ({
  accountId,
  displayName,
  failure: failure ?? null,
  untilIso: untilIso ?? null,
});

const severity: Readonly<Record<AccountOutcome['status'], ConnectionHealth>> = {
  'reconnect-needed': 'reconnect-needed',
  failed: 'failed',
  'timed-out': 'failed',
  'rate-limited': 'rate-limited',
  completed: 'fine',
  cancelled: 'fine',
};

/** Worst first. */
const order: readonly ConnectionHealth[] = ['reconnect-needed', 'failed', 'rate-limited', 'fine'];

function worstOf(
  { state }: Connection,
  endings: readonly Ending[],
  lastSyncedAt: string | null,
): { readonly health: ConnectionHealth; readonly outcome: AccountOutcome | null } {
  if (state === 'revoked') return { health: 'revoked', outcome: null };
  if (state === 'reconnect-needed') {
    const ended = endings.find(({ outcome }) => outcome.status === 'reconnect-needed');
    return { health: 'reconnect-needed', outcome: ended?.outcome ?? null };
  }
  const [worst] = endings.toSorted(
    (a, b) => order.indexOf(severity[a.outcome.status]) - order.indexOf(severity[b.outcome.status]),
  );
  const health = worst === undefined ? 'fine' : severity[worst.outcome.status];
  if (worst === undefined || health === 'fine') {
    return { health: lastSyncedAt === null ? 'never-synced' : 'fine', outcome: null };
  }
  return { health, outcome: worst.outcome };
}

/** The last ending of each account. What came before the present consent is over with the consent it came from. */
function lastEndings({ id, consentCreatedAt }: Connection, jobs: readonly JobRecord[]): readonly Ending[] {
  const endings = new Map<string, Ending>();
  for (const { accounts, finishedAt } of jobs) {
    const ours = accounts.filter((each) => each.connectionId === id && each.status !== 'cancelled');
    if (finishedAt === null || ours.length === 0) continue;
    if (consentCreatedAt !== null && finishedAt < consentCreatedAt) break;
    for (const outcome of ours) {
      if (!endings.has(outcome.accountId)) endings.set(outcome.accountId, { outcome, finishedAt });
    }
    // Several accounts: the job was about the whole connection, and what is older is about accounts long gone. The
    // empty id stands for a connection of which no account is known yet.
    if (ours.length > 1) break;
  }
  if (endings.size > 1) endings.delete('');
  return [...endings.values()];
}

const lastCompletedAt = (id: string, jobs: readonly JobRecord[]): string | null =>
  jobs.find(({ accounts, finishedAt }) => {
    const ours = accounts.filter(({ connectionId }) => connectionId === id);
    return finishedAt !== null && ours.length > 0 && ours.every(({ status }) => status === 'completed');
  })?.finishedAt ?? null;
