import type { AccountOutcome } from '#shared/job.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import type { PerformanceSummary } from '#shared/performance-summary.ts';
import { initialProgress, type Progress } from '#shared/progress.ts';

/** A job in its middle unless said otherwise. */
export const progressSample = (changes: Partial<Progress> = {}): Progress => ({
  ...initialProgress('job-7'),
  status: 'syncing',
  currentAccount: 'Santander Current Account',
  accountsDone: 1,
  totalAccounts: 3,
  pagesDone: 9,
  pagesPlanned: 20,
  transactionsSynced: 450,
  duplicates: 12,
  rowsPerSecond: 1830,
  etaMs: 14_000,
  ...changes,
});

const performanceSample: PerformanceSummary = {
  transactions: 450,
  accounts: 3,
  elapsedMs: 8500,
  transactionsPerMinute: 3176,
  rowsPerSecond: 54,
  apiCalls: { count: 26, meanMs: 212, p95Ms: 640, maxMs: 912.4, totalMs: 5512 },
  databaseWrites: { count: 31, meanMs: 4.2, p95Ms: 11.8, maxMs: 14, totalMs: 130.2 },
  pages: { count: 20, meanMs: 262, p95Ms: 702, maxMs: 981, totalMs: 5240 },
  waits: [{ cause: 'rate-limit', count: 2, totalMs: 4000 }],
  planningMs: 3.1,
  slowestAccount: { displayName: 'All in One Credit Card', elapsedMs: 6100 },
  bottleneck: 'api',
};

/** An account that went well unless said otherwise. */
export const outcomeSample = (changes: Partial<AccountOutcome> = {}): AccountOutcome => ({
  accountId: 'a1',
  connectionId: 'c1',
  displayName: 'Santander Current Account',
  status: 'completed',
  transactionsSynced: 430,
  duplicates: 12,
  pages: 9,
  elapsedMs: 4200,
  ...changes,
});

/** A job that is over, all well unless said otherwise. */
export const jobSample = (changes: Partial<JobRecord> = {}): JobRecord => ({
  ...progressSample({ status: 'completed', accountsDone: 3, pagesDone: 20, etaMs: null }),
  requestedBy: 'user',
  startedAt: '2026-11-23T14:47:51.000Z',
  finishedAt: '2026-11-23T14:47:59.500Z',
  accounts: [outcomeSample()],
  performance: performanceSample,
  ...changes,
});

/** Nothing new, old days refused, pending rows denied; `reason` as main keeps it for the terminal. */
export const findingsJob: JobRecord = jobSample({
  accounts: [
    outcomeSample({
      transactionsSynced: 0,
      reason: '0 new rows because all 12 rows the bank has for them are here already.',
      findings: [
        {
          kind: 'nothing-new',
          answered: { from: '2026-11-09', to: '2026-11-23' },
          duplicates: 12,
          isKnown: true,
        },
        { kind: 'history-refused', from: '2020-11-24', to: '2026-08-25', reason: 'old-history-refused' },
        { kind: 'pending-denied' },
      ],
    }),
  ],
});

/** One account fine, one waiting for its bank, one without consent. */
export const mixedJob: JobRecord = jobSample({
  status: 'partial',
  errors: 2,
  rateLimited: 4,
  accounts: [
    outcomeSample(),
    outcomeSample({
      accountId: 'a3',
      displayName: 'All in One Credit Card',
      status: 'rate-limited',
      untilIso: '2026-11-23T16:05:00.000Z',
      failureKind: 'rate-limited',
      failure: { kind: 'rate-limited', untilIso: '2026-11-23T16:05:00.000Z' },
    }),
    outcomeSample({
      accountId: 'a4',
      connectionId: 'c2',
      displayName: 'Euro account with a name that goes on and on',
      status: 'reconnect-needed',
      failureKind: 'reconnect-needed',
      failure: { kind: 'reconnect-needed', cause: 'token-refused' },
    }),
  ],
});
