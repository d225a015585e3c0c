import * as z from 'zod';
import { jobReceiptSchema } from '../job-receipt.ts';
import { jobTimelineSchema } from '../job-timeline.ts';
import { undoReportSchema } from '../restatement.ts';

const job = { jobId: z.string().min(1).max(200) };

/** What a job did, where its time went, and taking it back. */
export const jobCalls = {
  'jobs.receipt': { request: z.strictObject(job), answer: jobReceiptSchema },
  /** `null`: none was kept. */
  'jobs.timeline': { request: z.strictObject(job), answer: jobTimelineSchema.nullable() },
  /** What it would take back; with `apply`, it does. */
  'jobs.undo': { request: z.strictObject({ ...job, apply: z.boolean() }), answer: undoReportSchema },
  /** Where to is asked by the system's own dialog; `null`: closed without an answer. */
  'jobs.save-receipt': {
    request: z.strictObject(job),
    answer: z.object({ fileName: z.string() }).readonly().nullable(),
  },
} as const;
