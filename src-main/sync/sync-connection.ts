import { failedOutcome } from '#shared/account-outcome.ts';
import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import type { Failure } from '#shared/failure.ts';
import { failureDetail } from '#shared/failure-detail.ts';
import type { AccountOutcome } from '#shared/job.ts';
import { historyWindowEnd } from '#shared/history-window.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { DiscoverAnswer, DiscoveredAccount } from '#shared/sync-tasks.ts';
import { commonTask } from './common-task.ts';
import { endAccount, type JobRun } from './job-run.ts';
import { syncOneAccount } from './sync-one-account.ts';
import { taskFailure } from './task-failure.ts';

interface Discovered {
  /** As stored: another than asked for when the accounts were known from an earlier consent. */
  readonly connection: Connection;
  readonly accounts: readonly DiscoveredAccount[];
  readonly withoutId: readonly string[];
  readonly accessToken: string;
}

/** One connection: a fresh token, what it can see, then all its accounts side by side as far as threads are free. */
export async function syncConnection(
  run: JobRun,
  connection: Connection,
): Promise<readonly AccountOutcome[]> {
  const discovered = await discoverConnection(run, connection);
  if (!discovered.ok) return failKnownAccounts(run, connection, discovered.failure);
  const { accounts, accessToken, withoutId } = discovered.value;
  const { consentCreatedAt } = discovered.value.connection;
  const historyEndsIso = historyWindowEnd(consentCreatedAt, run.deps.clock.nowMs());
  if (historyEndsIso !== null) run.progress.openHistory(historyEndsIso);
  const wanted = accounts.filter(({ accountId }) => (run.request.accountId ?? accountId) === accountId);
  const nameless =
    run.request.accountId === undefined ? failNameless(run, discovered.value.connection, withoutId) : [];
  run.progress.addAccounts(wanted.length);
  const outcomes = await Promise.all(
    wanted.map((account) => syncOneAccount(run, discovered.value.connection, account, accessToken)),
  );
  const isOver =
    outcomes.length > 0 && outcomes.every(({ failureKind }) => failureKind === 'reconnect-needed');
  const isWell = outcomes.some(({ status }) => status === 'completed');
  // A bank may refuse a token for an hour and take it again: what was marked then must not stay so for 90 days.
  if (isOver) await markConnection(run, discovered.value.connection.id, 'reconnect-needed');
  if (isWell && connection.state === 'reconnect-needed')
    await markConnection(run, discovered.value.connection.id, 'active');
  return [...outcomes, ...nameless];
}

/** What the bank lists and nobody can ask about is an error of the sync: the ledger lacks it, and says so. */
function failNameless(
  run: JobRun,
  { id: connectionId, apiUrl }: Connection,
  names: readonly string[],
): readonly AccountOutcome[] {
  run.progress.addAccounts(names.length);
  const failure = {
    kind: 'bad-answer',
    host: new URL(apiUrl).host,
    detail: failureDetail('account-without-id'),
  } as const;
  return names.map((displayName, at) =>
    endAccount(
      run,
      failedOutcome(
        { accountId: `without-id-${String(at + 1)}`, displayName, connectionId },
        nothingDone,
        failure,
      ),
    ),
  );
}

const nothingDone = { pages: 0, transactionsSynced: 0, duplicates: 0, elapsedMs: 0 };

async function markConnection(
  { deps: { ledger, ledgerPath, clock } }: JobRun,
  connectionId: string,
  state: 'active' | 'reconnect-needed',
): Promise<void> {
  const nowIso = toIso(clock.nowMs());
  await ledger.run({ kind: 'set-connection-state', ledgerPath, connectionId, state, nowIso });
}

async function discoverConnection(run: JobRun, connection: Connection): Promise<Result<Discovered>> {
  const { tokens } = run.deps;
  let token = await tokens.current(connection);
  for (let attempt = 1; ; attempt += 1) {
    if (!token.ok) return token;
    if (run.stop.aborted) return failed({ kind: 'cancelled' });
    const accessToken = token.value;
    const answer = await askForAccounts(run, connection, accessToken);
    if (answer.ok) {
      const { connectionId, consentCreatedAt, accounts, withoutId } = answer.value;
      if (connectionId !== connection.id) await tokens.moveTo(connection.id, connectionId);
      return succeeded({
        connection: { ...connection, id: connectionId, consentCreatedAt },
        accounts,
        withoutId,
        accessToken,
      });
    }
    if (answer.failure.kind !== 'token-expired') return answer;
    if (attempt === 2) return failed({ kind: 'reconnect-needed', cause: 'token-refused' });
    token = await tokens.renewed(connection, accessToken);
  }
}

async function askForAccounts(
  run: JobRun,
  connection: Connection,
  accessToken: string,
): Promise<Result<Extract<DiscoverAnswer, { kind: 'discovered' }>>> {
  const task = { kind: 'discover', ...(await commonTask(run, connection, accessToken)) } as const;
  try {
    const answer = await run.pool.run(task, { onEvent: run.apply, stop: run.stop, kill: run.kill });
    return answer.kind === 'failed' ? failed(answer.failure) : succeeded(answer);
  } catch (error) {
    return failed(taskFailure(run, error));
  }
}

/** Nothing could be asked: every account known of this connection ends with that failure, or the bank itself does. */
async function failKnownAccounts(
  run: JobRun,
  connection: Connection,
  failure: Failure,
): Promise<readonly AccountOutcome[]> {
  const { ledger, ledgerPath } = run.deps;
  if (failure.kind === 'reconnect-needed') await markConnection(run, connection.id, 'reconnect-needed');
  const rows = await ledger.run({ kind: 'list-accounts', ledgerPath });
  const known = (rows.ok ? rows.value : [])
    .filter(
      (row) =>
        row.connection_id === connection.id && (run.request.accountId ?? row.account_id) === row.account_id,
    )
    .map((row) => ({ accountId: row.account_id, displayName: row.display_name }));
  const accounts = known.length > 0 ? known : [{ accountId: '', displayName: connection.providerName }];
  run.progress.addAccounts(accounts.length);
  return accounts.map((account) =>
    endAccount(run, failedOutcome({ ...account, connectionId: connection.id }, nothingDone, failure)),
  );
}
