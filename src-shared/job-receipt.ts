import * as z from 'zod';
import type { jobTimelineSchema } from './job-timeline.ts';
import { ledgerTask } from './ledger-task.ts';

const sum = z.number();

/**
 * One thing a job asked, and what the answer did. `refused`: days the bank will not serve. `undone`: what was taken
 * back of this account. `returned` = `inserted` + `duplicates` + `changed`; `null`: an older Passbook did not keep it.
 */
export const receiptEntrySchema = z
  .object({
    id: z.number(),
    connectionId: z.string(),
    accountId: z.string(),
    displayName: z.string(),
    kind: z.enum(['transactions', 'pending', 'refused', 'undone']),
    /** The days asked; `null`: the pending set, which has none. */
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** When it was asked, or undone. UTC ISO 8601. */
    at: z.string(),
    httpStatus: z.number().nullable(),
    /** A failure kind, for refusals. */
    reason: z.string().nullable(),
    returned: z.number().nullable(),
    /** Rows of the answer that nobody could read, not in `returned`. */
    unreadable: z.number().nullable(),
    inserted: sum,
    duplicates: z.number().nullable(),
    /** Amended, or back after they had gone; for `undone`: put back. */
    changed: sum,
    /** Gone from the bank; for `undone`: taken back. */
    removed: sum,
    /** Pending rows found to be booked; for `undone`: such links changed. */
    settled: sum,
  })
  .readonly();
/** @see receiptEntrySchema */
export type ReceiptEntry = z.infer<typeof receiptEntrySchema>;

/** What a job did, page by page. Entries are only ever added: one for each account when it is undone. */
export const jobReceiptSchema = z
  .object({
    jobId: z.string(),
    requestedBy: z.string(),
    status: z.string(),
    startedAt: z.string(),
    finishedAt: z.string().nullable(),
    /** When the user took it back; `null`: it stands. */
    undoneAt: z.string().nullable(),
    /** Rows that came with it and are in the list of transactions now (`cameWith`): neither removed nor hidden since. */
    listed: sum,
    /** Sums over the pages; what was undone is not taken off. */
    totals: z
      .object({
        pages: sum,
        refusals: sum,
        returned: sum,
        unreadable: sum,
        inserted: sum,
        duplicates: sum,
        changed: sum,
        removed: sum,
        settled: sum,
      })
      .readonly(),
    /** In the order it was asked. */
    entries: z.array(receiptEntrySchema).readonly(),
  })
  .readonly();
/** @see jobReceiptSchema */
export type JobReceipt = z.infer<typeof jobReceiptSchema>;

/** A job's receipt, and where its time went. */
export const receiptTasks = [
  ledgerTask('get-receipt', { jobId: z.string(), nowIso: z.string() }),
  /** Writes it as JSON into a file, whole or not at all. */
  ledgerTask('export-receipt', { jobId: z.string(), out: z.string(), nowIso: z.string() }),
  /** `null`: none was kept, as of jobs of older versions and of those that were interrupted. */
  ledgerTask('get-job-timeline', { jobId: z.string(), nowIso: z.string() }),
] as const;

/** What those tasks answer. */
export interface ReceiptAnswers {
  readonly 'get-receipt': JobReceipt;
  readonly 'export-receipt': { readonly entries: number };
  readonly 'get-job-timeline': z.infer<typeof jobTimelineSchema> | null;
}
