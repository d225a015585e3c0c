import type { Connection } from '#shared/connection.ts';
import type { DiscoverTask } from '#shared/sync-tasks.ts';
import type { JobRun } from './job-run.ts';

/** What both kinds of sync task carry. The user's address only when the user is there. */
export async function commonTask(
  run: JobRun,
  connection: Connection,
  accessToken: string,
): Promise<Omit<DiscoverTask, 'kind'>> {
  const psuIp = run.request.attended ? await run.deps.psuIp(connection.apiUrl) : undefined;
  return {
    ledgerPath: run.deps.ledgerPath,
    jobId: run.jobId,
    connection,
    accessToken,
    gateSlot: run.gateSlotOf(`${connection.apiUrl} ${connection.providerId}`),
    clockOffsetMs: run.deps.clockOffsetMs,
    softDeadlineMs: run.softDeadlineMs,
    ...(psuIp === undefined ? {} : { psuIp }),
  };
}
