import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import type { AccountRow, JobRecord } from '#shared/ledger-views.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';

/** What the app shows of the ledger all the time. */
export interface LedgerFacts {
  readonly connections: readonly Connection[];
  readonly accounts: readonly AccountRow[];
  /** Newest first. */
  readonly jobs: readonly JobRecord[];
}

/** Of a ledger that has not been read yet. */
export const noFacts: LedgerFacts = { connections: [], accounts: [], jobs: [] };

/** Enough to know of every connection when it last worked, also after weeks of failures. */
const jobsToKnow = 200;

/** Reads them. What cannot be read at the moment is left out: it stays as it was known. */
export async function readLedgerFacts(
  ledger: Pick<LedgerThread, 'run'>,
  ledgerPath: string,
  nowMs: number,
): Promise<Partial<LedgerFacts>> {
  const [connections, accounts, jobs] = await Promise.all([
    ledger.run({ kind: 'load-connections', ledgerPath }),
    ledger.run({ kind: 'list-accounts', ledgerPath }),
    ledger.run({ kind: 'list-jobs', ledgerPath, limit: jobsToKnow, nowIso: toIso(nowMs) }),
  ]);
  return {
    ...(connections.ok ? { connections: connections.value } : {}),
    ...(accounts.ok ? { accounts: accounts.value } : {}),
    ...(jobs.ok ? { jobs: jobs.value } : {}),
  };
}
