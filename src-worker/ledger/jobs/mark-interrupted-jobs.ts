import type { ReadingDatabase, WritingDatabase } from '../ledger-database.ts';
import { isOwnerGone, type ProcessTable, type RecordedOwner } from './job-owner-liveness.ts';

/** Jobs that say they run, though their owner is gone. */
export function findOrphanedJobs(
  db: ReadingDatabase,
  nowIso: string,
  processes: ProcessTable,
): readonly { readonly ref: number; readonly id: string }[] {
  return db
    .prepare<[], RecordedOwner & { ref: number; id: string; heartbeatAt: string }>(
      `SELECT ref, id, owner_host AS host, owner_pid AS pid, owner_start AS start, heartbeat_at AS heartbeatAt
       FROM jobs WHERE finished_at IS NULL ORDER BY ref`,
    )
    .all()
    .filter((job) => isOwnerGone(job, job.heartbeatAt, nowIso, processes));
}

/**
 * Marks them `interrupted`, finished when last heard of. What they stored stays; a new job goes on from there.
 *
 * @returns their ids.
 */
export function markInterruptedJobs(
  db: WritingDatabase,
  nowIso: string,
  processes: ProcessTable,
): readonly string[] {
  const orphaned = findOrphanedJobs(db, nowIso, processes);
  const mark = db.prepare(
    `UPDATE jobs SET status = 'interrupted', finished_at = heartbeat_at WHERE ref = ? AND finished_at IS NULL`,
  );
  for (const { ref } of orphaned) mark.run(ref);
  return orphaned.map(({ id }) => id);
}
