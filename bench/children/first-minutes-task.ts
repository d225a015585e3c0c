import * as z from 'zod';
import { performanceSummarySchema } from '#shared/performance-summary.ts';
import { bankAddressSchema } from '../stage/bank-address.ts';

/** What `first-minutes.ts` is told: give consent to that bank and sync at once, everything there is. */
export const firstMinutesTaskSchema = z
  .object({ bank: bankAddressSchema, ledgerPath: z.string(), workers: z.number() })
  .readonly();

/** What a bank serves only for some minutes after a consent, or names as such (truelayer.md 2.9). */
export const perishableKinds = ['ids', 'info', 'standing orders', 'direct debits', 'old history'] as const;
/** @see perishableKinds */
export type PerishableKind = (typeof perishableKinds)[number];

/** What `first-minutes.ts` answers. */
export const firstMinutesAnswerSchema = z
  .object({
    status: z.string(),
    /** Why accounts are not whole, in the sentences that the user reads. */
    reasons: z.array(z.string()).readonly(),
    /** By the machine's clock, milliseconds since 1970. */
    startedAtMs: z.number(),
    endedAtMs: z.number(),
    /** Each perishable answer, when main knew of it; a page of old history when it was stored. */
    perishable: z.array(z.object({ kind: z.enum(perishableKinds), atMs: z.number() }).readonly()).readonly(),
    /** API calls as the app counts them, refused ones included. */
    calls: z.number(),
    pages: z.number(),
    transactionsSynced: z.number(),
    rateLimited: z.number(),
    performance: performanceSummarySchema,
  })
  .readonly();
/** One run of the race. */
export type FirstMinutesAnswer = z.infer<typeof firstMinutesAnswerSchema>;
