import * as z from 'zod';
import { accountSignSchema } from './account-sign.ts';
import { type BackupAnswers, backupTasks } from './backups.ts';
import { type ConnectionDataAnswers, connectionDataTasks } from './connection-data.ts';
import { connectionSchema } from './connection.ts';
import { type ExportAnswers, exportTasks } from './export.ts';
import { type CompletenessAnswers, completenessTasks } from './completeness.ts';
import { accountOutcomeSchema, jobStatusSchema, requestedBySchema } from './job.ts';
import type { AccountRow, ConnectionRow, JobRecord, TransactionRow } from './ledger-views.ts';
import { performanceSummarySchema } from './performance-summary.ts';
import { progressSchema } from './progress.ts';
import { type InsightAnswers, insightTasks } from './insights.ts';
import { type DiagnosticsAnswers, diagnosticsTasks } from './diagnostics.ts';
import { ledgerTask as task } from './ledger-task.ts';
import { type OverviewAnswers, overviewTasks } from './overview.ts';
import { type RecurringAnswers, recurringTasks } from './recurring-payment.ts';
import { type ReceiptAnswers, receiptTasks } from './job-receipt.ts';
import { jobTimelineSchema } from './job-timeline.ts';
import { type RestatementAnswers, restatementTasks } from './restatement.ts';
import { type SettlementAnswers, settlementTasks } from './settlement.ts';
import { type TransactionAnswers, transactionTasks } from './transaction-list.ts';
import type { RateLimitRecord } from './words/rate-limit-words.ts';

/** Which process owns a job; gone when this host has no such process any more, or its heartbeat is old. */
export const jobOwnerSchema = z.object({ host: z.string(), pid: z.number() }).readonly();
export type JobOwner = z.infer<typeof jobOwnerSchema>;

/** What a job was asked to do. Absent ids mean all. Days are `YYYY-MM-DD`, both included. */
export const syncRequestSchema = z
  .object({
    requestedBy: requestedBySchema,
    attended: z.boolean(),
    connectionId: z.string().optional(),
    accountId: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
  })
  .readonly();
export type SyncRequest = z.infer<typeof syncRequestSchema>;

/** Short tasks of the query thread: everything that touches the ledger but is not a sync. Times are UTC ISO 8601. */
export const ledgerTaskSchema = z.discriminatedUnion('kind', [
  /** Creates or opens, migrates, checks. Every run begins with it. */
  task('open-ledger', { nowIso: z.string() }),
  /**
   * Creates the job row, or names the job another living process already runs for the same connections
   * (then the caller follows that one). Marks jobs whose owner is gone `interrupted`.
   */
  task('create-job', { request: syncRequestSchema, owner: jobOwnerSchema, nowIso: z.string() }),
  /** Progress as main sees it, and the owner's heartbeat. */
  task('record-progress', { progress: progressSchema, nowIso: z.string() }),
  task('finish-job', {
    jobId: z.string(),
    status: jobStatusSchema,
    progress: progressSchema,
    accounts: z.array(accountOutcomeSchema),
    performance: performanceSummarySchema.nullable(),
    timeline: jobTimelineSchema.optional(),
    nowIso: z.string(),
  }),
  task('get-job', { jobId: z.string(), nowIso: z.string() }),
  task('list-jobs', { limit: z.number(), nowIso: z.string() }),
  /** With what a sync needs (hosts, client id); `list-connections` is the public view. */
  task('load-connections', { connectionId: z.string().optional() }),
  /** Writes or replaces by id. `renews`: the connection it was made to renew, which its first discovery looks at first. */
  task('save-connection', {
    connection: connectionSchema,
    nowIso: z.string(),
    renews: z.string().optional(),
  }),
  task('set-connection-state', {
    connectionId: z.string(),
    state: z.enum(['active', 'reconnect-needed', 'revoked']),
    nowIso: z.string(),
  }),
  /** Deletes the connection and all that belongs to it, for good. */
  task('forget-connection', { connectionId: z.string(), nowIso: z.string() }),
  /** Active connections that nothing has used since. */
  task('list-idle-connections', { sinceIso: z.string() }),
  task('list-connections', {}),
  task('list-accounts', {}),
  /** The user's word on which way an account's amounts point. */
  task('set-account-sign', { accountId: z.string(), sign: accountSignSchema, nowIso: z.string() }),
  /** How often the connected banks have said 429 in the last days. */
  task('list-rate-limits', { nowIso: z.string() }),
  task('list-transactions', {
    from: z.string().optional(),
    to: z.string().optional(),
    accountId: z.string().optional(),
    search: z.string().optional(),
    /** The user's own where there is one, else the bank's. */
    category: z.string().optional(),
    /** `true`: only what the user has hidden. */
    hidden: z.boolean().optional(),
    /** Newest first; at most this many. */
    limit: z.number(),
  }),
  ...transactionTasks,
  ...settlementTasks,
  ...receiptTasks,
  ...restatementTasks,
  ...overviewTasks,
  ...insightTasks,
  ...recurringTasks,
  ...completenessTasks,
  ...exportTasks,
  ...backupTasks,
  ...connectionDataTasks,
  ...diagnosticsTasks,
  /** `PRAGMA integrity_check` and foreign keys. Never creates the file. */
  task('check-ledger', {}),
]);
export type LedgerTask = z.infer<typeof ledgerTaskSchema>;

/** What each ledger task answers, inside a `Result`. */
export interface LedgerAnswers
  extends
    DiagnosticsAnswers,
    BackupAnswers,
    CompletenessAnswers,
    ConnectionDataAnswers,
    ExportAnswers,
    InsightAnswers,
    OverviewAnswers,
    ReceiptAnswers,
    RecurringAnswers,
    RestatementAnswers,
    SettlementAnswers,
    TransactionAnswers {
  readonly 'open-ledger': { readonly created: boolean; readonly schemaVersion: number };
  readonly 'create-job': {
    readonly jobId: string;
    readonly joined: boolean;
    readonly interrupted: readonly string[];
  };
  readonly 'record-progress': null;
  readonly 'finish-job': null;
  readonly 'get-job': JobRecord;
  readonly 'list-jobs': readonly JobRecord[];
  readonly 'load-connections': readonly z.infer<typeof connectionSchema>[];
  readonly 'forget-connection': { readonly transactions: number };
  readonly 'list-idle-connections': readonly z.infer<typeof connectionSchema>[];
  readonly 'save-connection': null;
  readonly 'set-connection-state': null;
  readonly 'list-connections': readonly ConnectionRow[];
  readonly 'list-accounts': readonly AccountRow[];
  readonly 'set-account-sign': { readonly turned: number };
  readonly 'list-rate-limits': readonly RateLimitRecord[];
  readonly 'list-transactions': readonly TransactionRow[];
  readonly 'check-ledger': {
    readonly exists: boolean;
    readonly problems: readonly string[];
    readonly transactions: number;
  };
}
