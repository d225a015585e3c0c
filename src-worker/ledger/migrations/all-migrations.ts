import { connectionsAndAccounts } from './0001-connections-and-accounts.ts';
import { jobs } from './0002-jobs.ts';
import { pagesAndCoverage } from './0003-pages-and-coverage.ts';
import { transactions } from './0004-transactions.ts';
import { balancesAndRecurring } from './0005-balances-and-recurring.ts';
import { publicViews } from './0006-public-views.ts';
import { newestFirst } from './0007-newest-first.ts';
import { transactionChanges } from './0008-transaction-changes.ts';
import { settling } from './0009-settling.ts';
import { limits } from './0010-limits.ts';
import { renewals } from './0011-renewals.ts';
import { holders } from './0012-holders.ts';
import { overlays } from './0013-overlays.ts';
import { search } from './0014-search.ts';
import { receipts } from './0015-receipts.ts';
import { ownTransfers } from './0016-own-transfers.ts';
import { listChanges } from './0017-list-changes.ts';
import { removedRows } from './0018-removed-rows.ts';
import { jobOwnerStart } from './0019-job-owner-start.ts';
import { decisionsTakenBack } from './0020-decisions-taken-back.ts';
import { sums } from './0021-sums.ts';
import { formerConnectionIds } from './0022-former-connection-ids.ts';
import type { Migration } from './migration.ts';

/** In order; the place in the list is the version, which a test checks. */
export const allMigrations: readonly Migration[] = [
  connectionsAndAccounts,
  jobs,
  pagesAndCoverage,
  transactions,
  balancesAndRecurring,
  publicViews,
  newestFirst,
  transactionChanges,
  settling,
  limits,
  renewals,
  holders,
  overlays,
  search,
  receipts,
  ownTransfers,
  listChanges,
  removedRows,
  jobOwnerStart,
  decisionsTakenBack,
  sums,
  formerConnectionIds,
];
