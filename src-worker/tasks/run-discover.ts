import { toIso } from '#shared/clock.ts';
import { utcDay } from '#shared/calendar-day.ts';
import { historyWindowEnd } from '#shared/history-window.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import type { AccountTally, DiscoverAnswer, DiscoverTask } from '#shared/sync-tasks.ts';
import type { StoredCounts } from '../engine/account-ledger.ts';
import type { BankSource } from '../engine/bank-source.ts';
import { discover } from '../engine/discover.ts';
import { type ConsentProof, proveConsent } from '../engine/prove-consent.ts';
import type { Ledger } from '../ledger/open-ledger.ts';
import { listKnownAccounts, saveDiscovery } from '../ledger/save-discovery.ts';
import { workingPredecessor } from '../ledger/working-predecessor.ts';

/** What a discovery works with. */
export interface DiscoverSurroundings {
  readonly ledger: Ledger;
  readonly source: BankSource;
  readonly nowMs: number;
  readonly emit: (event: SyncEvent) => void;
}

/**
 * Who and what, stored. A new consent for accounts whose present consent works has to fetch something first: only in
 * the transaction that stores what it fetched does it take the other's place. Until then nothing is changed,
 * so a failure here costs nothing, and the next sync tries again.
 */
export async function runDiscover(
  task: DiscoverTask,
  { ledger, source, nowMs, emit }: DiscoverSurroundings,
): Promise<DiscoverAnswer> {
  const isOpen = historyWindowEnd(task.connection.consentCreatedAt, nowMs) !== null;
  const found = await discover(source, listKnownAccounts(ledger, task.connection.id), isOpen);
  if (!found.ok) return { kind: 'failed', failure: found.failure };
  const { consent, holder, accounts, withoutId } = found.value;
  const consentCreatedAt = consent?.consentCreatedAt ?? task.connection.consentCreatedAt;
  const discovery = {
    connectionId: task.connection.id,
    jobId: task.jobId,
    nowIso: toIso(nowMs),
    consent,
    holder,
    accounts,
  };
  const predecessor = workingPredecessor(ledger, discovery);
  if (predecessor === null) {
    const { connectionId } = saveDiscovery(ledger, discovery);
    return { kind: 'discovered', connectionId, consentCreatedAt, accounts, withoutId };
  }
  const proof = await proveConsent(source, accounts, utcDay(nowMs), (account) => ({
    ...account,
    sign: predecessor.signOf(account.accountId),
  }));
  if (!proof.ok) return { kind: 'failed', failure: proof.failure };
  const { connectionId, stored } = saveDiscovery(ledger, {
    ...discovery,
    ...(proof.value === null ? {} : { firstWindow: windowOf(proof.value) }),
  });
  if (proof.value === null || stored === undefined) {
    return { kind: 'discovered', connectionId, consentCreatedAt, accounts, withoutId };
  }
  const provenId = proof.value.account.accountId;
  const tally = tell(proof.value, stored, emit);
  return {
    kind: 'discovered',
    connectionId,
    consentCreatedAt,
    withoutId,
    accounts: accounts.map((account) =>
      account.accountId === provenId ? { ...account, alreadyDone: tally } : account,
    ),
  };
}

const windowOf = ({ account, range, answer }: ConsentProof) => ({
  accountId: account.accountId,
  range,
  rows: answer.rows,
  rejectedRows: answer.rejected.length,
  rawBody: answer.rawBody,
  httpStatus: answer.httpStatus,
  askedAtIso: answer.askedAtIso,
});

/** The page is one of the account's like any other: in the progress, the log and the account's own sum. */
function tell(
  { account, range, answer }: ConsentProof,
  stored: StoredCounts,
  emit: (event: SyncEvent) => void,
): AccountTally {
  const { accountId, displayName } = account;
  for (const detail of answer.rejected) emit({ kind: 'row-rejected', accountId, detail });
  const pageMs = answer.elapsedMs;
  const page = { page: 1, fetched: answer.rows.length, ...stored, pagesAhead: 0, pageMs };
  emit({ kind: 'page-stored', accountId, displayName, ...range, ...page });
  const { inserted: transactionsSynced, duplicates } = stored;
  return { pages: 1, transactionsSynced, duplicates, elapsedMs: Math.round(pageMs) };
}
