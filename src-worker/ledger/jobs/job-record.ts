import * as z from 'zod';
import { accountOutcomeSchema, isEnded, jobStatusSchema } from '#shared/job.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { performanceSummarySchema } from '#shared/performance-summary.ts';
import { initialProgress, type Progress, progressSchema } from '#shared/progress.ts';

/** A row of `jobs`. */
export interface StoredJob {
  readonly id: string;
  readonly requested_by: string;
  readonly status: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly transactions_synced: number;
  readonly duplicates: number;
  readonly updated: number;
  readonly removed: number;
  readonly errors: number;
  readonly rate_limited: number;
  readonly pages_done: number;
  readonly progress_json: string | null;
  readonly accounts_json: string | null;
  readonly performance_json: string | null;
  readonly undone_at: string | null;
}

/**
 * Puts the two sources together: the columns were counted in the transactions that stored the rows, the JSON is
 * what the owner last told, which may be two seconds old. The larger number is the newer one.
 */
export function toJobRecord(row: StoredJob): JobRecord {
  const progress = tellOrElse(progressSchema, row.progress_json, initialProgress(row.id));
  const status = jobStatusSchema.parse(row.status);
  const pagesDone = Math.max(row.pages_done, progress.pagesDone);
  const record: Progress = {
    ...progress,
    jobId: row.id,
    status,
    pagesDone,
    pagesPlanned: Math.max(pagesDone, progress.pagesPlanned),
    transactionsSynced: Math.max(row.transactions_synced, progress.transactionsSynced),
    duplicates: Math.max(row.duplicates, progress.duplicates),
    updated: Math.max(row.updated, progress.updated),
    removed: Math.max(row.removed, progress.removed),
    errors: Math.max(row.errors, progress.errors),
    rateLimited: Math.max(row.rate_limited, progress.rateLimited),
    // A job that ended waits for nothing, whatever its owner said last.
    ...(isEnded(status) ? { waiting: null, historyWindow: null, etaMs: null } : {}),
  };
  return {
    ...record,
    requestedBy: row.requested_by,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    accounts: tellOrElse(z.array(accountOutcomeSchema), row.accounts_json, []),
    performance: tellOrElse(performanceSummarySchema.nullable(), row.performance_json, null),
    ...(row.undone_at === null ? {} : { undoneAt: row.undone_at }),
  };
}

/** What an older Passbook wrote may lack a field: then the columns still tell. */
function tellOrElse<T>(schema: z.ZodType<T>, json: string | null, otherwise: T): T {
  if (json === null) return otherwise;
  const decoded = schema.safeParse(JSON.parse(json));
  return decoded.success ? decoded.data : otherwise;
}
