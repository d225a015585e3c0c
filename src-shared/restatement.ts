import * as z from 'zod';
import { ledgerTask } from './ledger-task.ts';

const sum = z.number();

/**
 * How rows differ from what stored pages say they should be.
 * `added`: counts, and did not. `changed`: says something else. `removed`: does not count, and did. `relinked`: another
 * answer to what a pending row became. `refreshed`: only what nobody looks at, such as ids.
 */
export const restatementCountsSchema = z
  .object({ added: sum, changed: sum, removed: sum, relinked: sum, refreshed: sum })
  .readonly();
/** @see restatementCountsSchema */
export type RestatementCounts = z.infer<typeof restatementCountsSchema>;

/** One such row. `id`: as in `transactions_v1`, `null` for a row there is not yet. Amounts in the minor unit. */
export const restatedRowSchema = z
  .object({
    id: z.number().nullable(),
    kind: z.enum(['added', 'changed', 'removed', 'relinked']),
    accountId: z.string(),
    status: z.enum(['booked', 'pending']),
    date: z.string(),
    amountMinor: z.number(),
    currency: z.string(),
    description: z.string(),
    /** `[as it is, as it should be]`. */
    fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()]).readonly()),
  })
  .readonly();
/** @see restatedRowSchema */
export type RestatedRow = z.infer<typeof restatedRowSchema>;

/** At most so many rows are shown as examples. */
export const mostExamples = 20;

/** What would be changed, or was. */
const restatementShape = {
  isApplied: z.boolean(),
  accounts: z
    .array(
      restatementCountsSchema
        .unwrap()
        .extend({ connectionId: z.string(), accountId: z.string(), displayName: z.string() })
        .readonly(),
    )
    .readonly(),
  totals: restatementCountsSchema,
  examples: z.array(restatedRowSchema).readonly(),
};

/**
 * What undoing a job takes back: `removed` rows came with it, `changed` ones get back what they said, `added` ones count
 * again, `relinked` pending rows are no longer what the job said they became.
 */
export const undoReportSchema = z
  .object({
    jobId: z.string(),
    ...restatementShape,
    /** Rows it brought or changed that stay, because a later sync brought or changed them too. */
    kept: sum,
    /** Days the next sync asks again, summed over accounts. */
    daysToAsk: sum,
  })
  .readonly();
/** @see undoReportSchema */
export type UndoReport = z.infer<typeof undoReportSchema>;

/** What reading the stored pages once more changes. */
export const replayReportSchema = z
  .object({
    ...restatementShape,
    /** Pages read, and rows in them that nobody can read. */
    pages: sum,
    unreadable: sum,
    /** Live rows that are the same. */
    same: sum,
  })
  .readonly();
/** @see replayReportSchema */
export type ReplayReport = z.infer<typeof replayReportSchema>;

/** Both say what they would do; they do it only with `apply`. */
export const restatementTasks = [
  ledgerTask('undo-job', { jobId: z.string(), apply: z.boolean(), nowIso: z.string() }),
  /** `accountId`: TrueLayer's; absent: all. */
  ledgerTask('replay-pages', {
    accountId: z.string().optional(),
    apply: z.boolean(),
    nowIso: z.string(),
  }),
] as const;

/** What those tasks answer. */
export interface RestatementAnswers {
  readonly 'undo-job': UndoReport;
  readonly 'replay-pages': ReplayReport;
}
