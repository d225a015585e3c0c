import * as z from 'zod';
import { performanceSummarySchema } from '#shared/performance-summary.ts';
import { loopDelaySchema } from '../measuring/loop-watch.ts';
import { bankAddressSchema } from '../stage/bank-address.ts';

/** What `sync.ts` is told: sync that bank into that ledger `times` times, one after another. */
export const syncTaskSchema = z
  .object({
    bank: bankAddressSchema,
    ledgerPath: z.string(),
    workers: z.number(),
    times: z.number(),
    from: z.string().optional(),
    to: z.string().optional(),
  })
  .readonly();
export type SyncTask = z.infer<typeof syncTaskSchema>;

const syncRunSchema = z
  .object({
    /** From the click to the end of the job, threads started and stopped included. */
    elapsedMs: z.number(),
    /** From the click to the first event of any kind, and to the first page stored. */
    firstEventMs: z.number(),
    firstPageMs: z.number().nullable(),
    transactionsSynced: z.number(),
    duplicates: z.number(),
    pages: z.number(),
    longestAccountMs: z.number(),
    /** API calls by endpoint. */
    calls: z.record(z.string(), z.number()),
    performance: performanceSummarySchema,
    loop: loopDelaySchema,
  })
  .readonly();
/** One sync as measured, all in milliseconds since `runner.start()`. */
export type SyncRunMeasured = z.infer<typeof syncRunSchema>;

/** What `sync.ts` answers. */
export const syncAnswerSchema = z
  .object({
    runs: z.array(syncRunSchema).readonly(),
    /** Of the process before the first sync, and its peak at the end. */
    rssBeforeBytes: z.number(),
    peakRssBytes: z.number(),
  })
  .readonly();
