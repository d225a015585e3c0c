import type { CancelSignal, Clock } from '#shared/clock.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import type { AccountTally } from '#shared/sync-tasks.ts';
import type { AccountLedger } from './account-ledger.ts';
import type { AskedAccount, BankSource } from './bank-source.ts';

/** Everything one account's sync needs; all effects come in here. */
export interface AccountRun {
  readonly account: AskedAccount & { readonly displayName: string; readonly connectionId: string };
  readonly source: BankSource;
  readonly ledger: AccountLedger;
  readonly clock: Clock;
  /** Monotonic milliseconds, for durations. */
  readonly monotonicMs: () => number;
  readonly emit: (event: SyncEvent) => void;
  readonly stop: CancelSignal;
  readonly softDeadlineMs: number;
  /** When the bank closes what it serves right after a consent only; `null`: it has, or nobody knows. */
  readonly historyEndsIso: string | null;
  readonly tally: Tally;
}

/** Counts what one task does for its account. The one thing of a run that changes in place. */
export interface Tally {
  readonly addPage: (inserted: number, duplicates: number) => void;
  readonly addRows: (inserted: number, duplicates: number) => void;
  /** The number the next page gets, 1 for the first of the job. */
  readonly nextPage: () => number;
  readonly soFar: () => AccountTally;
}

/** `pagesBefore`: pages the job stored of this account before its token expired. */
export function createTally(pagesBefore: number, monotonicMs: () => number): Tally {
  const startedMs = monotonicMs();
  let pages = 0;
  let transactionsSynced = 0;
  let duplicates = 0;
  return {
    addPage: (inserted, known) => {
      pages += 1;
      transactionsSynced += inserted;
      duplicates += known;
    },
    addRows: (inserted, known) => {
      transactionsSynced += inserted;
      duplicates += known;
    },
    nextPage: () => pagesBefore + pages + 1,
    soFar: () => ({
      pages,
      transactionsSynced,
      duplicates,
      elapsedMs: Math.round(monotonicMs() - startedMs),
    }),
  };
}

/** Runs a ledger write and reports how long it took. */
export function timedWrite<T>(run: AccountRun, rows: number, write: () => T): T {
  const startedMs = run.monotonicMs();
  const stored = write();
  run.emit({ kind: 'database-write', ms: run.monotonicMs() - startedMs, rows });
  return stored;
}
