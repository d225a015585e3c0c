import * as z from 'zod';
import { ledgerTask } from './ledger-task.ts';

/** How often a payment comes. `four-weekly` drifts through the months, `monthly` keeps to its day, give or take a weekend. */
export const paymentPeriodSchema = z.enum([
  'weekly',
  'fortnightly',
  'four-weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
]);
/** @see paymentPeriodSchema */
export type PaymentPeriod = z.infer<typeof paymentPeriodSchema>;

/** What about a recurring payment is worth a look. Days are `YYYY-MM-DD`; amounts signed, minor units. */
export const paymentAlertSchema = z.discriminatedUnion('kind', [
  /** It was due, the days are covered, and it did not come. */
  z.object({ kind: z.literal('missed'), expected_on: z.string() }).readonly(),
  z
    .object({
      kind: z.literal('changed'),
      from_minor: z.number(),
      to_minor: z.number(),
      on: z.string(),
    })
    .readonly(),
  z.object({ kind: z.literal('new'), since: z.string() }).readonly(),
  /** Two or more did not come, or the bank no longer lists it. */
  z.object({ kind: z.literal('ended'), last_on: z.string().nullable() }).readonly(),
]);
/** @see paymentAlertSchema */
export type PaymentAlert = z.infer<typeof paymentAlertSchema>;

/** A payment that comes again and again: listed by the bank, seen in the rows, or both. */
export const recurringPaymentSchema = z
  .object({
    /** Stays the same from one look to the next. */
    key: z.string(),
    account_id: z.string(),
    payee: z.string(),
    /** What the bank calls it; `seen`: only the rows show it. */
    kind: z.enum(['standing-order', 'direct-debit', 'seen']),
    currency: z.string(),
    /** The last one's, money out negative; `null`: the bank does not say. */
    amount_minor: z.number().nullable(),
    /** The amount differs from time to time by nature. */
    is_variable: z.boolean(),
    /** `null`: not known yet. */
    period: paymentPeriodSchema.nullable(),
    last_on: z.string().nullable(),
    /** As the bank says, else as the rows let expect; `null`: ended, or nobody knows. */
    next_on: z.string().nullable(),
    times: z.number(),
    alert: paymentAlertSchema.nullable(),
  })
  .readonly();
/** @see recurringPaymentSchema */
export type RecurringPayment = z.infer<typeof recurringPaymentSchema>;

/** Recurring payments of all accounts; those long ended are left out. */
export const recurringTasks = [ledgerTask('list-recurring-payments', { nowIso: z.string() })] as const;

/** What they answer: those with an alert first, then by next day. */
export interface RecurringAnswers {
  readonly 'list-recurring-payments': readonly RecurringPayment[];
}
