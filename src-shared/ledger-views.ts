import * as z from 'zod';
import { accountOutcomeSchema } from './job.ts';
import { performanceSummarySchema } from './performance-summary.ts';
import { progressSchema } from './progress.ts';

/** Rows of the ledger's public views, as `--json` prints them (design, section 6; columns are a contract). */
export const connectionRowSchema = z.object({
  id: z.string(),
  provider_id: z.string(),
  provider_name: z.string(),
  environment: z.string(),
  consent_expires_at: z.string().nullable(),
  state: z.string(),
});
/** @see connectionRowSchema */
export type ConnectionRow = z.infer<typeof connectionRowSchema>;

/** One account or card with its latest balance; amounts in the minor unit of `currency`. */
export const accountRowSchema = z.object({
  account_id: z.string(),
  connection_id: z.string(),
  kind: z.enum(['account', 'card']),
  display_name: z.string(),
  currency: z.string(),
  balance_minor: z.number().nullable(),
  available_minor: z.number().nullable(),
  balance_at: z.string().nullable(),
});
/** @see accountRowSchema */
export type AccountRow = z.infer<typeof accountRowSchema>;

/** One live transaction. `date` is the bank's own day; money out is negative, for cards too. */
export const transactionRowSchema = z.object({
  id: z.number(),
  connection_id: z.string(),
  account_id: z.string(),
  date: z.string(),
  timestamp_utc: z.string(),
  amount_minor: z.number(),
  currency: z.string(),
  description: z.string(),
  merchant: z.string().nullable(),
  category: z.string(),
  status: z.enum(['booked', 'pending']),
  normalised_id: z.string().nullable(),
  provider_id: z.string().nullable(),
  first_seen_at: z.string(),
  updated_at: z.string(),
  /** What the user said about it. */
  note: z.string().nullable(),
  own_category: z.string().nullable(),
});
/** @see transactionRowSchema */
export type TransactionRow = z.infer<typeof transactionRowSchema>;

/** A job with the fields of `Progress` and how it ended. */
export const jobRecordSchema = progressSchema.unwrap().extend({
  requestedBy: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  accounts: z.array(accountOutcomeSchema),
  performance: performanceSummarySchema.nullable(),
  /** When the user took it back; absent: it stands. */
  undoneAt: z.string().optional(),
});
/** @see jobRecordSchema */
export type JobRecord = z.infer<typeof jobRecordSchema>;
