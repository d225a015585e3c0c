import * as z from 'zod';
import { accountFindingSchema } from './account-finding.ts';
import { failureSchema } from './failure.ts';

/** A job's life: `queued -> syncing -> one of the rest`. */
export const jobStatusSchema = z.enum([
  'queued',
  'syncing',
  'completed',
  'partial',
  'failed',
  'cancelled',
  'timed-out',
  'interrupted',
]);
export type JobStatus = z.infer<typeof jobStatusSchema>;

/** `interrupted`: the owner died; the rest were written by the owner itself. */
export const isEnded = (status: JobStatus): boolean => status !== 'queued' && status !== 'syncing';

/** Who asked: decides the call budget (`attended` sends `X-PSU-IP`; see design, section 5). `evening`: the demo bank's. */
export const requestedBySchema = z.enum(['user', 'schedule', 'connect', 'demo', 'evening']);
export type RequestedBy = z.infer<typeof requestedBySchema>;

/** After this a job stops at the next window and keeps what is stored. */
export const softLimitMs = 1_700_000;
/** After this the threads are ended. */
export const hardLimitMs = 1_800_000;

/** How one account's part of a job ended. */
export const accountOutcomeSchema = z
  .object({
    accountId: z.string(),
    connectionId: z.string(),
    displayName: z.string(),
    status: z.enum(['completed', 'failed', 'rate-limited', 'reconnect-needed', 'cancelled', 'timed-out']),
    /**
     * The same as `failure` and `findings` in a whole sentence, for the record (terminal, `--json`, log): main adds it. Absent
     * when there is nothing to say.
     */
    reason: z.string().optional(),
    /** What there is to say of an account that was synced to its end. */
    findings: z.array(accountFindingSchema).readonly().optional(),
    untilIso: z.string().nullable().optional(),
    failureKind: z.string().optional(),
    /** Whole, so that the window can offer the way out as a button instead of a command to type. */
    failure: failureSchema.optional(),
    transactionsSynced: z.number(),
    duplicates: z.number(),
    pages: z.number(),
    elapsedMs: z.number(),
  })
  .readonly();
export type AccountOutcome = z.infer<typeof accountOutcomeSchema>;
