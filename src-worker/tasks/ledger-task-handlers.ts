import type { LedgerTask } from '#shared/ledger-tasks.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { setAccountSign } from '../ledger/account-sign.ts';
import { checkLedger } from '../ledger/check-ledger.ts';
import {
  listIdleConnections,
  loadConnections,
  saveConnection,
  setConnectionState,
} from '../ledger/connections.ts';
import { forgetConnection } from '../ledger/forget-connection.ts';
import { inspectLedgerFile } from '../ledger/inspect-ledger-file.ts';
import { createJob } from '../ledger/jobs/create-job.ts';
import { finishJob, recordProgress } from '../ledger/jobs/record-progress.ts';
import { reportJob, reportJobs } from '../ledger/jobs/report-jobs.ts';
import { openLedgerReadOnly, type ReadingLedger } from '../ledger/open-ledger-read-only.ts';
import { listRateLimits } from '../ledger/provider-limits.ts';
import { schemaVersion } from '../ledger/schema-version.ts';
import { listAccounts, listConnections, listTransactions } from '../ledger/view-rows.ts';
import { connectionDataHandlers } from './connection-data-handlers.ts';
import { completenessHandlers } from './completeness-handlers.ts';
import { backupHandlers } from './backup-handlers.ts';
import { diagnosticsHandlers } from './diagnostics-handlers.ts';
import { exportHandlers } from './export-handlers.ts';
import { insightsHandlers } from './insights-handlers.ts';
import { markOrphanedJobs } from './mark-orphaned-jobs.ts';
import { readLedger } from './reading-ledger.ts';
import { receiptHandlers } from './receipt-handlers.ts';
import { restatementHandlers } from './restatement-handlers.ts';
import { settlementHandlers } from './settlement-handlers.ts';
import type { Handler } from './task-handler.ts';
import { ledgerOfThread } from './thread-ledger.ts';
import { transactionHandlers } from './transaction-handlers.ts';

const noJob = (id: string) => failed({ kind: 'not-found', what: 'job', id });
const noConnection = (id: string) => failed({ kind: 'not-found', what: 'connection', id });

/** One handler a kind: a kind without one does not compile. */
export const ledgerTaskHandlers: { readonly [K in LedgerTask['kind']]: Handler<K> } = {
  'open-ledger': ({ ledgerPath, nowIso }) => {
    const created = inspectLedgerFile(ledgerPath).kind !== 'ledger';
    const opened = ledgerOfThread(ledgerPath, nowIso);
    return opened.ok ? succeeded({ created, schemaVersion: schemaVersion(opened.value.db) }) : opened;
  },
  'create-job': ({ ledgerPath, request, owner, nowIso }, { processes, random }) => {
    const opened = ledgerOfThread(ledgerPath, nowIso);
    return opened.ok ? createJob(opened.value, request, { owner, nowIso, processes, random }) : opened;
  },
  'record-progress': ({ ledgerPath, progress, nowIso }) => {
    const opened = ledgerOfThread(ledgerPath, nowIso);
    if (!opened.ok) return opened;
    return recordProgress(opened.value, progress, nowIso) ? succeeded(null) : noJob(progress.jobId);
  },
  'finish-job': (task) => {
    const opened = ledgerOfThread(task.ledgerPath, task.nowIso);
    if (!opened.ok) return opened;
    return finishJob(opened.value, task, task.nowIso) ? succeeded(null) : noJob(task.jobId);
  },
  'get-job': ({ ledgerPath, jobId, nowIso }, { processes }) => {
    markOrphanedJobs(ledgerPath, nowIso, processes);
    const report = (ledger: ReadingLedger): Result<JobRecord> => {
      const record = reportJob(ledger, jobId, { nowIso, processes });
      return record === undefined ? noJob(jobId) : succeeded(record);
    };
    return readLedger(ledgerPath, nowIso, report, noJob(jobId));
  },
  'list-jobs': ({ ledgerPath, limit, nowIso }, { processes }) => {
    markOrphanedJobs(ledgerPath, nowIso, processes);
    const report = (ledger: ReadingLedger) => succeeded(reportJobs(ledger, limit, { nowIso, processes }));
    return readLedger(ledgerPath, nowIso, report, succeeded([]));
  },
  'load-connections': ({ ledgerPath, connectionId }, { nowIso }) => {
    const missing = connectionId === undefined ? succeeded([]) : noConnection(connectionId);
    const load = readLedger(
      ledgerPath,
      nowIso(),
      (ledger) => succeeded(loadConnections(ledger, connectionId)),
      missing,
    );
    return load.ok && load.value.length === 0 ? missing : load;
  },
  'save-connection': ({ ledgerPath, connection, nowIso, renews }) => {
    const opened = ledgerOfThread(ledgerPath, nowIso);
    if (!opened.ok) return opened;
    saveConnection(opened.value, connection, nowIso, renews);
    return succeeded(null);
  },
  'set-connection-state': ({ ledgerPath, connectionId, state, nowIso }) => {
    const opened = ledgerOfThread(ledgerPath, nowIso);
    if (!opened.ok) return opened;
    const isThere = setConnectionState(opened.value, connectionId, state, nowIso);
    return isThere ? succeeded(null) : noConnection(connectionId);
  },
  'forget-connection': ({ ledgerPath, connectionId, nowIso }) => {
    const opened = ledgerOfThread(ledgerPath, nowIso);
    if (!opened.ok) return opened;
    const transactions = forgetConnection(opened.value, connectionId);
    return transactions === null ? noConnection(connectionId) : succeeded({ transactions });
  },
  'list-idle-connections': ({ ledgerPath, sinceIso }, { nowIso }) =>
    readLedger(
      ledgerPath,
      nowIso(),
      (ledger) => succeeded(listIdleConnections(ledger, sinceIso)),
      succeeded([]),
    ),
  'list-connections': ({ ledgerPath }, { nowIso }) =>
    readLedger(ledgerPath, nowIso(), (ledger) => succeeded(listConnections(ledger)), succeeded([])),
  'list-accounts': ({ ledgerPath }, { nowIso }) =>
    readLedger(ledgerPath, nowIso(), (ledger) => succeeded(listAccounts(ledger)), succeeded([])),
  'set-account-sign': ({ ledgerPath, accountId, sign, nowIso }) => {
    const opened = ledgerOfThread(ledgerPath, nowIso);
    if (!opened.ok) return opened;
    const turned = setAccountSign(opened.value, accountId, sign, nowIso);
    return turned === null
      ? failed({ kind: 'not-found', what: 'account', id: accountId })
      : succeeded({ turned });
  },
  'list-rate-limits': ({ ledgerPath, nowIso }) =>
    readLedger(
      ledgerPath,
      nowIso,
      (ledger) => succeeded(listRateLimits(ledger, Date.parse(nowIso))),
      succeeded([]),
    ),
  'list-transactions': (task, { nowIso }) =>
    readLedger(
      task.ledgerPath,
      nowIso(),
      (ledger) => succeeded(listTransactions(ledger, task, task.limit)),
      succeeded([]),
    ),
  ...transactionHandlers,
  ...settlementHandlers,
  ...receiptHandlers,
  ...restatementHandlers,
  ...insightsHandlers,
  ...completenessHandlers,
  ...exportHandlers,
  ...backupHandlers,
  ...connectionDataHandlers,
  ...diagnosticsHandlers,
  'check-ledger': ({ ledgerPath }) => {
    const opened = openLedgerReadOnly(ledgerPath);
    if (!opened.ok) return opened;
    if (opened.value === null) return succeeded({ exists: false, problems: [], transactions: 0 });
    try {
      return succeeded(checkLedger(opened.value));
    } finally {
      opened.value.close();
    }
  },
};
