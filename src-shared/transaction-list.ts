import * as z from 'zod';
import { calendarDaySchema as day } from './calendar-day-schema.ts';
import { ledgerTask } from './ledger-task.ts';
import { transactionRowSchema } from './ledger-views.ts';

const id = z.string().min(1).max(200);
/** UTC ISO 8601, as `first_seen_at` is written. */
const instant = z.iso.datetime();
const decimalSize = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, 'a decimal amount without a sign');

/** Which transactions; what is left out does not restrict. Days are both included. */
export const transactionFilterSchema = z
  .strictObject({
    /** TrueLayer's. */
    accountIds: z.array(id).min(1).max(500).readonly().optional(),
    from: day.optional(),
    to: day.optional(),
    /** Size of the amount without its sign, decimal, in whichever currency a row has: `12.50`. */
    minSize: decimalSize.optional(),
    maxSize: decimalSize.optional(),
    /** The user's own category where there is one, else the bank's. */
    categories: z.array(z.string().max(200)).min(1).max(200).readonly().optional(),
    /**
     * The bank's finer category, the first word of its `transaction_classification`; '' for rows it gives none. Rows the
     * user has put into a category of their own are not among them.
     */
    classifications: z.array(z.string().max(200)).min(1).max(200).readonly().optional(),
    status: z.enum(['booked', 'pending']).optional(),
    direction: z.enum(['in', 'out']).optional(),
    /** Left out: rows the user has hidden are not shown. */
    hidden: z.enum(['with', 'only']).optional(),
    /** Only what the ledger first saw after this moment. */
    newSince: instant.optional(),
    /** Only what this sync stored first (`inserted` of its receipt). `startedAt` names it to people: it restricts nothing. */
    cameWith: z.strictObject({ jobId: id, startedAt: instant }).readonly().optional(),
    /** Words, or beginnings of words, in description, merchant, note or category; all of them must be there. */
    search: z.string().max(200).optional(),
  })
  .readonly();
/** @see transactionFilterSchema */
export type TransactionListFilter = z.infer<typeof transactionFilterSchema>;

/** What the list is ordered by; equal rows newest first. */
export const transactionSortSchema = z
  .strictObject({
    by: z.enum(['date', 'amount', 'description']),
    order: z.enum(['ascending', 'descending']),
  })
  .readonly();
/** @see transactionSortSchema */
export type TransactionSort = z.infer<typeof transactionSortSchema>;

/** As every list begins. */
export const newestFirst: TransactionSort = { by: 'date', order: 'descending' };

/** What the user said about a transaction: an overlay that no sync, undo or replay changes. */
export const overlaySchema = z
  .object({
    note: z.string().nullable(),
    own_category: z.string().nullable(),
    /** The bank's sign is wrong here: the row's amount is shown, counted and exported turned round. */
    is_flipped: z.boolean(),
    /** Not shown, not counted, not exported, whatever the bank sends again. */
    is_hidden: z.boolean(),
  })
  .readonly();
/** @see overlaySchema */
export type TransactionOverlay = z.infer<typeof overlaySchema>;

/** A row of the list: `transactions_v1` (its amount already turned where the user said so) and the overlay. */
export const listedTransactionSchema = transactionRowSchema.extend(overlaySchema.unwrap().shape).readonly();
/** @see listedTransactionSchema */
export type ListedTransaction = z.infer<typeof listedTransactionSchema>;

/** Count and sums of one currency. Minor units; `out_minor` is negative or 0. Pending rows are counted too. */
export const currencyTotalSchema = z
  .object({ currency: z.string(), count: z.number(), in_minor: z.number(), out_minor: z.number() })
  .readonly();
/** @see currencyTotalSchema */
export type CurrencyTotal = z.infer<typeof currencyTotalSchema>;

/** One thing that happened to a row after it came (`transaction_changes_v1`). Fields as `[old, new]`. */
export const transactionChangeSchema = z
  .object({
    kind: z.string(),
    reason: z.string(),
    at: z.string(),
    job_id: z.string().nullable(),
    fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()]).readonly()),
    became_id: z.number().nullable(),
    confidence: z.string().nullable(),
  })
  .readonly();
/** @see transactionChangeSchema */
export type TransactionChange = z.infer<typeof transactionChangeSchema>;

/** The page of the bank a row came in: which job asked, for which days, when. `from`/`to` null: the pending set. */
export const provenanceSchema = z
  .object({
    page_id: z.number(),
    job_id: z.string(),
    asked_at: z.string(),
    from_day: z.string().nullable(),
    to_day: z.string().nullable(),
  })
  .readonly();
/** @see provenanceSchema */
export type Provenance = z.infer<typeof provenanceSchema>;

/** Everything the ledger knows of one transaction. */
export const transactionDetailSchema = z
  .object({
    row: listedTransactionSchema,
    account_name: z.string(),
    provider_name: z.string(),
    classification: z.array(z.string()).readonly(),
    running_balance_minor: z.number().nullable(),
    /** What the bank sent beside the fields of the API, as JSON text. */
    meta_json: z.string().nullable(),
    first_page: provenanceSchema,
    last_page: provenanceSchema,
    /** Oldest first. */
    changes: z.array(transactionChangeSchema).readonly(),
    /** The pending row this booked one was, where there is one. */
    was_pending_id: z.number().nullable(),
    /** Why it is no longer live; `null`: it is. */
    removed_reason: z.string().nullable(),
  })
  .readonly();
/** @see transactionDetailSchema */
export type TransactionDetail = z.infer<typeof transactionDetailSchema>;

/** What of the overlay to set, for all rows named; what is left out stays. */
export const overlayChangeSchema = z
  .strictObject({
    note: z.string().max(4000).nullable().optional(),
    own_category: z.string().trim().min(1).max(100).nullable().optional(),
    is_flipped: z.boolean().optional(),
    is_hidden: z.boolean().optional(),
  })
  .readonly();
/** @see overlayChangeSchema */
export type OverlayChange = z.infer<typeof overlayChangeSchema>;

/** A category that rows have, the user's own ones included; `label` as stored. */
export const categoryCountSchema = z
  .object({ category: z.string(), is_own: z.boolean(), count: z.number() })
  .readonly();
/** @see categoryCountSchema */
export type CategoryCount = z.infer<typeof categoryCountSchema>;

/** Some rows from the middle of the list. */
export const transactionPageRequestSchema = z
  .strictObject({
    filter: transactionFilterSchema,
    sort: transactionSortSchema,
    offset: z.int().min(0),
    limit: z.int().min(1).max(500),
  })
  .readonly();

/**
 * Sums of the list. `canWait`: who asks comes again rather than keeping all other questions waiting for the seconds it
 * takes to add up a large ledger that is not in memory yet.
 */
export const totalsRequestSchema = z
  .strictObject({ filter: transactionFilterSchema, canWait: z.boolean().optional() })
  .readonly();

/** `ids`: as in `transactions_v1`. */
export const annotateRequestSchema = z
  .strictObject({ ids: z.array(z.int()).min(1).max(10_000).readonly(), change: overlayChangeSchema })
  .readonly();

/** The list of transactions, one of them, and what the user says about them. */
export const transactionTasks = [
  ledgerTask('page-transactions', transactionPageRequestSchema.unwrap().shape),
  ledgerTask('total-transactions', totalsRequestSchema.unwrap().shape),
  /** Removed rows too: a note may lead to one. */
  ledgerTask('get-transaction', { id: z.number() }),
  ledgerTask('annotate-transactions', { ...annotateRequestSchema.unwrap().shape, nowIso: z.string() }),
  ledgerTask('list-categories', {}),
] as const;

/** What those tasks answer. */
export interface TransactionAnswers {
  /** `total`: all rows that fit, not only this page. */
  readonly 'page-transactions': { readonly rows: readonly ListedTransaction[]; readonly total: number };
  /** `null`: not yet, to who can wait. */
  readonly 'total-transactions': { readonly totals: readonly CurrencyTotal[] | null };
  readonly 'get-transaction': TransactionDetail;
  readonly 'annotate-transactions': { readonly changed: number };
  readonly 'list-categories': readonly CategoryCount[];
}
