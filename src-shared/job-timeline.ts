import * as z from 'zod';
import { waitCauseSchema } from './progress.ts';

/** What a job was doing. `api`: asking the bank; `database`: storing; `wait`: standing still, and why. */
export const timelineSpanSchema = z
  .object({
    /** Which of the timeline's `lanes`. */
    lane: z.number(),
    kind: z.enum(['api', 'database', 'wait']),
    /** `null`: no wait. */
    cause: waitCauseSchema.nullable(),
    /** Milliseconds since the job began. */
    startMs: z.number(),
    durationMs: z.number(),
    /** How many neighbours were put together, and how long they took without the pauses between them. */
    count: z.number(),
    busyMs: z.number(),
  })
  .readonly();
/** @see timelineSpanSchema */
export type TimelineSpan = z.infer<typeof timelineSpanSchema>;

/** Where a job's time went, in at most `mostSpans` spans: a picture, where the performance summary has the sums. */
export const jobTimelineSchema = z
  .object({
    elapsedMs: z.number(),
    /** One for each account, in the order they began; `accountId` `null`: finding out which accounts there are. */
    lanes: z
      .array(z.object({ accountId: z.string().nullable(), displayName: z.string() }).readonly())
      .readonly(),
    /** By `startMs`. */
    spans: z.array(timelineSpanSchema).readonly(),
  })
  .readonly();
/** @see jobTimelineSchema */
export type JobTimeline = z.infer<typeof jobTimelineSchema>;

/** More than a picture a thousand pixels wide can show; 400 are some 40 kB of JSON. */
export const mostSpans = 400;
