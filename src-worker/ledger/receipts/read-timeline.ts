import { type JobTimeline, jobTimelineSchema } from '#shared/job-timeline.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';

/** Where a job's time went; `null`: none was kept, or in a shape of another version. `undefined`: no such job. */
export function readTimeline({ db }: ReadingLedger, jobId: string): JobTimeline | null | undefined {
  const row = db
    .prepare<[string], { json: string | null }>('SELECT timeline_json AS json FROM jobs WHERE id = ?')
    .get(jobId);
  if (row === undefined) return undefined;
  if (row.json === null) return null;
  const decoded = jobTimelineSchema.safeParse(JSON.parse(row.json));
  return decoded.success ? decoded.data : null;
}
