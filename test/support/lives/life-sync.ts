import type { BankAccount } from '#shared/bank-rows.ts';
import { utcDay } from '#shared/calendar-day.ts';
import { toIso } from '#shared/clock.ts';
import { createGateMemory } from '#shared/gate-memory.ts';
import { historyWindowEnd } from '#shared/history-window.ts';
import { createTally } from '../../../src-worker/engine/account-run.ts';
import { type AccountWish, syncAccount } from '../../../src-worker/engine/sync-account.ts';
import { openAccountLedger } from '../../../src-worker/ledger/account-ledger-on-sqlite.ts';
import { createJob } from '../../../src-worker/ledger/jobs/create-job.ts';
import type { Ledger } from '../../../src-worker/ledger/open-ledger.ts';
import type { SendOnce } from '../../../src-worker/source/exchange.ts';
import { openRateGate } from '../../../src-worker/source/rate-gate.ts';
import { createTruelayerSource } from '../../../src-worker/source/truelayer-source.ts';
import { createVirtualClock, type VirtualClock } from '../virtual-clock.ts';

/** The blow that ends a process between two calls. */
export class Killed extends Error {}

/** Who syncs what into which ledger. */
export interface LifeSync {
  readonly ledger: Ledger;
  readonly connectionId: string;
  readonly account: BankAccount;
  readonly consentAtIso: string;
  readonly clock: VirtualClock;
  readonly accessToken: () => string;
  readonly send: SendOnce;
}

/** How a sync ended; `killed`: without a word. */
export interface LifeSyncEnd {
  readonly jobId: string;
  readonly status: string;
}

/** One account's sync, engine and ledger as they are, on a clock that only moves when somebody waits. */
export async function syncOnce(
  at: LifeSync,
  wish: AccountWish & { readonly attended: boolean },
): Promise<LifeSyncEnd> {
  const { clock, ledger, connectionId, account } = at;
  const jobId = newJob(ledger, connectionId, wish.attended, toIso(clock.nowMs()));
  const stop = new AbortController().signal;
  const emit = (): void => undefined;
  const softDeadlineMs = clock.nowMs() + 1_700_000;
  const source = createTruelayerSource({
    apiUrl: 'http://bank.test',
    accessToken: at.accessToken(),
    psuIp: wish.attended ? '203.0.113.7' : undefined,
    send: at.send,
    clock,
    monotonicMs: clock.nowMs,
    gate: openRateGate(createGateMemory(), 0),
    emit,
    stop,
    softDeadlineMs,
    random: () => 0.5,
    spend: () => null,
    usedUp: () => undefined,
  });
  const nowIso = (): string => toIso(clock.nowMs());
  try {
    const end = await syncAccount(
      {
        account: { ...account, connectionId },
        source,
        ledger: openAccountLedger(ledger, { connectionId, accountId: account.accountId, jobId, nowIso }),
        clock,
        monotonicMs: clock.nowMs,
        emit,
        stop,
        softDeadlineMs,
        historyEndsIso: historyWindowEnd(at.consentAtIso, clock.nowMs()),
        tally: createTally(0, clock.nowMs),
      },
      wish,
    );
    return { jobId, status: end.kind === 'ended' ? end.outcome.status : end.kind };
  } catch (error) {
    if (error instanceof Killed) return { jobId, status: 'killed' };
    throw error;
  }
}

/** A job whose owner is never alive any more when the next one begins. */
function newJob(ledger: Ledger, connectionId: string, attended: boolean, nowIso: string): string {
  const created = createJob(
    ledger,
    { requestedBy: 'user', attended, connectionId },
    {
      owner: { host: 'here', pid: 1 },
      nowIso,
      processes: { host: 'here', isAlive: () => false, startOf: () => null },
      random: () => (made = (made + 1) % 100_000) / 100_000,
    },
  );
  if (!created.ok) throw new Error(created.failure.kind);
  return created.value.jobId;
}
let made = 0;

/** The clock of a life. It begins in the afternoon, so that no sync starts at a midnight by accident. */
export const createLifeClock = (): VirtualClock => createVirtualClock(Date.parse('2026-03-10T15:20:00Z'));

/** The present day of a life. */
export const todayOf = (clock: VirtualClock): string => utcDay(clock.nowMs());
