import * as z from 'zod';
import { waitCauseSchema } from './progress.ts';

const timingSchema = z
  .object({
    count: z.number(),
    meanMs: z.number(),
    p95Ms: z.number(),
    maxMs: z.number(),
    totalMs: z.number(),
  })
  .readonly();
/** Count and durations of one kind of work. p95 by nearest rank. */
export type Timing = z.infer<typeof timingSchema>;

/** What a job ends with: where the time went, and which part to blame. Durations in milliseconds. */
export const performanceSummarySchema = z
  .object({
    transactions: z.number(),
    accounts: z.number(),
    elapsedMs: z.number(),
    transactionsPerMinute: z.number(),
    rowsPerSecond: z.number(),
    apiCalls: timingSchema,
    databaseWrites: timingSchema,
    pages: timingSchema,
    waits: z
      .array(z.object({ cause: waitCauseSchema, count: z.number(), totalMs: z.number() }).readonly())
      .readonly(),
    planningMs: z.number(),
    slowestAccount: z.object({ displayName: z.string(), elapsedMs: z.number() }).readonly().nullable(),
    /** The largest of the four sums; summed over threads, so they may exceed `elapsedMs`. `none`: nothing was done. */
    bottleneck: z.enum(['api', 'database', 'rate-limit', 'planning', 'none']),
  })
  .readonly();
export type PerformanceSummary = z.infer<typeof performanceSummarySchema>;
