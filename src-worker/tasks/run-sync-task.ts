import { assertNever } from '#shared/assert-never.ts';
import { failedOutcome } from '#shared/account-outcome.ts';
import { type Clock, toIso } from '#shared/clock.ts';
import type { Failure } from '#shared/failure.ts';
import { historyWindowEnd } from '#shared/history-window.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import type {
  DiscoverAnswer,
  DiscoverTask,
  SyncAccountAnswer,
  SyncAccountTask,
  SyncTask,
} from '#shared/sync-tasks.ts';
import { createTally } from '../engine/account-run.ts';
import type { BankSource } from '../engine/bank-source.ts';
import { syncAccount } from '../engine/sync-account.ts';
import { accountSign } from '../ledger/account-sign.ts';
import { openAccountLedger } from '../ledger/account-ledger-on-sqlite.ts';
import { ledgerFailure } from '../ledger/ledger-failure.ts';
import type { Ledger } from '../ledger/open-ledger.ts';
import { listKnownAccounts } from '../ledger/save-discovery.ts';
import { openHttp } from '../source/http-exchange.ts';
import { openRateGate } from '../source/rate-gate.ts';
import { createTruelayerSource } from '../source/truelayer-source.ts';
import { runDiscover } from './run-discover.ts';
import { openProviderLimits } from './provider-limits-of-task.ts';
import { createThreadClock } from './thread-clock.ts';
import { ledgerOfThread } from './thread-ledger.ts';

/** What comes with a task across the thread border. */
export interface SyncSurroundings {
  readonly stop: AbortSignal;
  readonly gate: SharedArrayBuffer;
  readonly emit: (event: SyncEvent) => void;
}

const monotonicMs = (): number => performance.now();

/** Kept for the thread's life, so that pages of one account ride on one connection. */
const http = openHttp(monotonicMs);

/** The composition root of a sync thread: gives the engine its bank, its ledger and its clock. */
export async function runSyncTask(
  task: SyncTask,
  at: SyncSurroundings,
): Promise<DiscoverAnswer | SyncAccountAnswer> {
  const clock = createThreadClock(task.clockOffsetMs);
  const opened = ledgerOfThread(task.ledgerPath, toIso(clock.nowMs()));
  if (!opened.ok) return failedAnswer(task, opened.failure);
  try {
    return await runOn(opened.value, task, at, clock);
  } catch (error) {
    const failure = ledgerFailure(error, task.ledgerPath);
    if (failure === null) throw error;
    return failedAnswer(task, failure);
  }
}

async function runOn(
  ledger: Ledger,
  task: SyncTask,
  at: SyncSurroundings,
  clock: Clock,
): Promise<DiscoverAnswer | SyncAccountAnswer> {
  const limits = openProviderLimits(ledger, task, openRateGate(at.gate, task.gateSlot), clock);
  const emit = (event: SyncEvent): void => {
    limits.hear(event);
    at.emit(withAccount(event, task));
  };
  const source = createTruelayerSource({
    apiUrl: task.connection.apiUrl,
    accessToken: task.accessToken,
    psuIp: task.psuIp,
    send: http.send,
    clock,
    monotonicMs,
    gate: limits.gate,
    emit,
    stop: at.stop,
    softDeadlineMs: task.softDeadlineMs,
    random: Math.random,
    spend: limits.spend,
    usedUp: limits.usedUp,
  });
  try {
    switch (task.kind) {
      case 'discover':
        return await runDiscover(task, { ledger, source, nowMs: clock.nowMs(), emit: at.emit });
      case 'sync-account':
        return await runSyncAccount(task, ledger, source, { ...at, emit });
      default:
        return assertNever(task);
    }
  } finally {
    limits.close();
  }
}

async function runSyncAccount(
  task: SyncAccountTask,
  ledger: Ledger,
  source: BankSource,
  at: SyncSurroundings,
): Promise<SyncAccountAnswer> {
  const clock = createThreadClock(task.clockOffsetMs);
  const connectionId = task.connection.id;
  const account = listKnownAccounts(ledger, connectionId).find(
    ({ accountId }) => accountId === task.accountId,
  );
  if (account === undefined) return failedAnswer(task, { kind: 'account-gone' });
  const { accountId } = account;
  return syncAccount(
    {
      account: { ...account, connectionId, sign: accountSign(ledger, connectionId, accountId) },
      source,
      ledger: openAccountLedger(ledger, {
        connectionId,
        accountId,
        jobId: task.jobId,
        nowIso: () => toIso(clock.nowMs()),
      }),
      clock,
      monotonicMs,
      emit: at.emit,
      stop: at.stop,
      softDeadlineMs: task.softDeadlineMs,
      historyEndsIso: historyWindowEnd(task.connection.consentCreatedAt, clock.nowMs()),
      tally: createTally(task.pagesBefore, monotonicMs),
    },
    {
      singleWindow: task.singleWindow,
      from: task.from,
      to: task.to,
      lookBackDays: task.lookBackDays,
      withPending: task.withPending,
    },
  );
}

/** Says whose time it was: below, nobody has to know. */
const withAccount = (event: SyncEvent, task: SyncTask): SyncEvent =>
  task.kind === 'sync-account' && (event.kind === 'api-call' || event.kind === 'database-write')
    ? { ...event, accountId: task.accountId }
    : event;

function failedAnswer(task: DiscoverTask, failure: Failure): DiscoverAnswer;
function failedAnswer(task: SyncAccountTask, failure: Failure): SyncAccountAnswer;
function failedAnswer(task: SyncTask, failure: Failure): DiscoverAnswer | SyncAccountAnswer;
function failedAnswer(task: SyncTask, failure: Failure): DiscoverAnswer | SyncAccountAnswer {
  if (task.kind === 'discover') return { kind: 'failed', failure };
  const of = { accountId: task.accountId, connectionId: task.connection.id, displayName: task.accountId };
  const tally = { pages: 0, transactionsSynced: 0, duplicates: 0, elapsedMs: 0 };
  return { kind: 'ended', outcome: failedOutcome(of, tally, failure) };
}
