import type { InsightAnswers } from '#shared/insights.ts';
import type { OverviewAnswers } from '#shared/overview.ts';
import type { RecurringAnswers } from '#shared/recurring-payment.ts';
import { failed, succeeded } from '#shared/result.ts';
import { readBalanceHistory } from '../ledger/insights/balance-history.ts';
import { readCashFlow } from '../ledger/insights/cash-flow.ts';
import { readInsightScope } from '../ledger/insights/insight-scope.ts';
import { readSpending } from '../ledger/insights/spending.ts';
import { readOverview } from '../ledger/overview/read-overview.ts';
import { listRecurringPayments } from '../ledger/recurring/list-recurring-payments.ts';
import { readLedger } from './reading-ledger.ts';
import { inOneState, readSums } from './reading-sums.ts';
import type { Handlers } from './task-handler.ts';

/** Sums of a ledger that is not there yet are not asked for: the window shows the way to a first bank instead. */
const noLedger = failed({ kind: 'nothing-connected' });

/** The overview and the insights. The overview must be quick: it takes the sums as they are, which is part of what it reads. */
export const insightsHandlers: Handlers<
  keyof InsightAnswers | keyof OverviewAnswers | keyof RecurringAnswers
> = {
  'refresh-sums': ({ ledgerPath, nowIso }) =>
    readSums(ledgerPath, nowIso, () => succeeded(null), succeeded(null)),
  'read-overview': ({ ledgerPath, sinceIso, nowIso }) =>
    readLedger(
      ledgerPath,
      nowIso,
      inOneState((ledger) => succeeded(readOverview(ledger, sinceIso, nowIso))),
      noLedger,
    ),
  'read-insight-scope': ({ ledgerPath }, { nowIso }) =>
    readLedger(ledgerPath, nowIso(), (ledger) => succeeded(readInsightScope(ledger)), noLedger),
  'read-balance-history': ({ ledgerPath, filter, nowIso }) =>
    readSums(ledgerPath, nowIso, (ledger) => succeeded(readBalanceHistory(ledger, filter, nowIso)), noLedger),
  'read-cash-flow': ({ ledgerPath, filter }, { nowIso }) =>
    readSums(ledgerPath, nowIso(), (ledger) => succeeded(readCashFlow(ledger, filter)), noLedger),
  'read-spending': (task, { nowIso }) =>
    readSums(task.ledgerPath, nowIso(), (ledger) => succeeded(readSpending(ledger, task)), noLedger),
  'list-recurring-payments': ({ ledgerPath, nowIso }) =>
    readSums(
      ledgerPath,
      nowIso,
      (ledger, kept) => succeeded(listRecurringPayments(ledger, nowIso, kept)),
      noLedger,
    ),
};
