import * as z from 'zod';
import { ledgerTask } from './ledger-task.ts';

/** So many days a sparkline shows, today included. */
export const sparklineDays = 90;

/** A new row worth naming. */
export const notableRowSchema = z
  .object({
    id: z.number(),
    account_id: z.string(),
    date: z.string(),
    /** The merchant, or the bank's text. */
    name: z.string(),
    amount_minor: z.number(),
  })
  .readonly();
/** @see notableRowSchema */
export type NotableRow = z.infer<typeof notableRowSchema>;

/** New rows of one currency. `out_minor` is negative or 0. */
export const newRowsSchema = z
  .object({
    currency: z.string(),
    count: z.number(),
    in_minor: z.number(),
    out_minor: z.number(),
    biggest_in: notableRowSchema.nullable(),
    biggest_out: notableRowSchema.nullable(),
  })
  .readonly();
/** @see newRowsSchema */
export type NewRows = z.infer<typeof newRowsSchema>;

/** What has changed since a moment; `since_iso` null: nobody has looked and nothing was ever synced. */
export const changesSinceSchema = z
  .object({
    since_iso: z.string().nullable(),
    /** Whether that was the last look, or the beginning of the last sync. */
    since: z.enum(['look', 'sync']),
    new_rows: z.array(newRowsSchema).readonly(),
    amended: z.number(),
    removed: z.number(),
    settled: z.number(),
  })
  .readonly();
/** @see changesSinceSchema */
export type ChangesSince = z.infer<typeof changesSinceSchema>;

/** Assets and debts of one currency, minor units; debts negative or 0. `unknown`: accounts without a balance yet. */
export const netWorthSchema = z
  .object({
    currency: z.string(),
    assets_minor: z.number(),
    debts_minor: z.number(),
    unknown: z.number(),
  })
  .readonly();
/** @see netWorthSchema */
export type NetWorth = z.infer<typeof netWorthSchema>;

/** Days between two answered ranges of an account that no answer covers. */
export const coverageGapSchema = z
  .object({ account_id: z.string(), from: z.string(), to: z.string() })
  .readonly();
/** @see coverageGapSchema */
export type CoverageGap = z.infer<typeof coverageGapSchema>;

/** How often a connection's provider has said 429 lately (`RateLimitRecord`). */
const rateLimitRecordSchema = z
  .object({
    connectionId: z.string(),
    providerName: z.string(),
    answers: z.number(),
    days: z.number(),
    pauseMs: z.number(),
  })
  .readonly();

/** What the overview shows beyond the state of the app. */
export const overviewSchema = z
  .object({
    /** By account: the balance at the end of each of the last days, oldest first; cards as debt; `null`: not known. */
    sparklines: z
      .array(
        z.object({ account_id: z.string(), balances: z.array(z.number().nullable()).readonly() }).readonly(),
      )
      .readonly(),
    totals: z.array(netWorthSchema).readonly(),
    changes: changesSinceSchema,
    doubtful_matches: z.number(),
    gaps: z.array(coverageGapSchema).readonly(),
    rate_limits: z.array(rateLimitRecordSchema).readonly(),
  })
  .readonly();
/** @see overviewSchema */
export type Overview = z.infer<typeof overviewSchema>;

/** `sinceIso`: the last look; `null`: since the last sync. */
export const overviewTasks = [
  ledgerTask('read-overview', { sinceIso: z.string().nullable(), nowIso: z.string() }),
] as const;

/** What they answer. */
export interface OverviewAnswers {
  readonly 'read-overview': Overview;
}
