import * as z from 'zod';
import { jobStatusSchema } from './job.ts';

/** Why a sync stands still. */
export const waitCauseSchema = z.enum(['rate-limit', 'bank-error', 'network']);
/** @see waitCauseSchema */
export type WaitCause = z.infer<typeof waitCauseSchema>;

/** What the sync stands still for. `untilIso`: UTC ISO 8601. */
export const waitingSchema = z.object({ cause: waitCauseSchema, untilIso: z.string() }).readonly();
/** @see waitingSchema */
export type Waiting = z.infer<typeof waitingSchema>;

/**
 * A job's progress exactly as the bridge pushes it, as `--json` prints it and as the job row keeps it
 * (design, section 4: the names are a contract).
 */
export const progressSchema = z
  .object({
    jobId: z.string(),
    status: jobStatusSchema,
    /** Display name of the account that moved last; `null` before the first. */
    currentAccount: z.string().nullable(),
    accountsDone: z.number(),
    /** 0 until discovery has answered. */
    totalAccounts: z.number(),
    pagesDone: z.number(),
    /** An estimate that moves: windows adapt to what the bank serves. Never below `pagesDone`. */
    pagesPlanned: z.number(),
    /** New rows stored. */
    transactionsSynced: z.number(),
    /** Rows the bank sent that the ledger already had, unchanged. */
    duplicates: z.number(),
    /** Rows the ledger had and the bank has amended. */
    updated: z.number(),
    /** Rows the bank no longer sends for days it answered; kept, marked. */
    removed: z.number(),
    /** Failed accounts plus rows that could not be read. */
    errors: z.number(),
    /** How often 429 was answered. */
    rateLimited: z.number(),
    waiting: waitingSchema.nullable(),
    /** While the bank still serves what it closes minutes after a consent; `endsIso` is when. Older jobs have none. */
    historyWindow: z.object({ endsIso: z.string() }).readonly().nullable().default(null),
    rowsPerSecond: z.number(),
    /** Milliseconds left, an estimate; `null` while there is nothing to estimate from. */
    etaMs: z.number().nullable(),
  })
  .readonly();
/** @see progressSchema */
export type Progress = z.infer<typeof progressSchema>;

/** A job before its first event. */
export const initialProgress = (jobId: string): Progress => ({
  jobId,
  status: 'queued',
  currentAccount: null,
  accountsDone: 0,
  totalAccounts: 0,
  pagesDone: 0,
  pagesPlanned: 0,
  transactionsSynced: 0,
  duplicates: 0,
  updated: 0,
  removed: 0,
  errors: 0,
  rateLimited: 0,
  waiting: null,
  historyWindow: null,
  rowsPerSecond: 0,
  etaMs: null,
});
