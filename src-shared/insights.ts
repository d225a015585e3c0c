import * as z from 'zod';
import { calendarDaySchema as day } from './calendar-day-schema.ts';
import { ledgerTask } from './ledger-task.ts';

/** Whose money and which days, both included; everything in one currency at a time, since sums never cross it. */
export const insightFilterSchema = z
  .strictObject({
    currency: z.string().min(1).max(10),
    /** TrueLayer's; left out: all that hold this currency. */
    accountIds: z.array(z.string().min(1).max(200)).min(1).max(500).readonly().optional(),
    from: day,
    to: day,
  })
  .readonly();
/** @see insightFilterSchema */
export type InsightFilter = z.infer<typeof insightFilterSchema>;

/** What there is to look at: each currency with its accounts, most of them first, and the days with rows. */
export const insightScopeSchema = z
  .object({
    currencies: z
      .array(z.object({ currency: z.string(), account_ids: z.array(z.string()).readonly() }).readonly())
      .readonly(),
    /** `null`: no row at all. */
    first_day: z.string().nullable(),
  })
  .readonly();
/** @see insightScopeSchema */
export type InsightScope = z.infer<typeof insightScopeSchema>;

/** Minor units at each of some days, cards as debt (negative); `null`: not known then. */
const balancesSchema = z.array(z.number().nullable()).readonly();

/** Balances at the end of some days, oldest first. */
export const balanceHistorySchema = z
  .object({
    days: z.array(z.string()).readonly(),
    accounts: z
      .array(
        z
          .object({
            account_id: z.string(),
            balances: balancesSchema,
            /** Known at some points only, and the rows between them do not add up: to be drawn in steps. */
            is_stepped: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    /** Of all accounts whose balance is known on that day; `null`: of none. */
    total: balancesSchema,
  })
  .readonly();
/** @see balanceHistorySchema */
export type BalanceHistory = z.infer<typeof balanceHistorySchema>;

/** Money in and out of one month, transfers between own accounts left out. `out_minor` is negative or 0. */
export const monthFlowSchema = z
  .object({ month: z.string(), in_minor: z.number(), out_minor: z.number(), count: z.number() })
  .readonly();
/** @see monthFlowSchema */
export type MonthFlow = z.infer<typeof monthFlowSchema>;

/** Every month of the range, oldest first, and what was left out: pairs of rows, `moved_minor` counted once each. */
export const cashFlowSchema = z
  .object({
    months: z.array(monthFlowSchema).readonly(),
    transfers: z.object({ count: z.number(), moved_minor: z.number() }).readonly(),
  })
  .readonly();
/** @see cashFlowSchema */
export type CashFlow = z.infer<typeof cashFlowSchema>;

/** Money of one direction under one name. `minor`: positive, whichever direction. */
export const spendingGroupSchema = z
  .object({
    name: z.string(),
    /**
     * What the name is: the user's own category, else the bank's finer one (`transaction_classification`), else its
     * `transaction_category`; a merchant, or the bank's text where it names none.
     */
    kind: z.enum(['own', 'classification', 'category', 'merchant', 'text']),
    minor: z.number(),
    count: z.number(),
  })
  .readonly();
/** @see spendingGroupSchema */
export type SpendingGroup = z.infer<typeof spendingGroupSchema>;

/** The largest groups, largest first, and what the rest of them sums up to. */
export const spendingSchema = z
  .object({
    groups: z.array(spendingGroupSchema).readonly(),
    rest: z.object({ groups: z.number(), minor: z.number(), count: z.number() }).readonly(),
    total_minor: z.number(),
  })
  .readonly();
/** @see spendingSchema */
export type Spending = z.infer<typeof spendingSchema>;

/** What money is grouped by, and which way it went. */
export const spendingWishSchema = z
  .strictObject({
    filter: insightFilterSchema,
    by: z.enum(['category', 'merchant']),
    direction: z.enum(['in', 'out']),
  })
  .readonly();

/** Insights into the rows of the ledger; hidden rows are not in them, flipped ones count as flipped. */
export const insightTasks = [
  /** Sums up the months that a sync has changed, so that nobody has to wait for it who looks later. */
  ledgerTask('refresh-sums', { nowIso: z.string() }),
  ledgerTask('read-insight-scope', {}),
  ledgerTask('read-balance-history', { filter: insightFilterSchema, nowIso: z.string() }),
  ledgerTask('read-cash-flow', { filter: insightFilterSchema }),
  ledgerTask('read-spending', spendingWishSchema.unwrap().shape),
] as const;

/** What those tasks answer. */
export interface InsightAnswers {
  readonly 'refresh-sums': null;
  readonly 'read-insight-scope': InsightScope;
  readonly 'read-balance-history': BalanceHistory;
  readonly 'read-cash-flow': CashFlow;
  readonly 'read-spending': Spending;
}
