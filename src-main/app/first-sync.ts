import type { RequestedBy } from '#shared/job.ts';
import { succeeded, type Result } from '#shared/result.ts';
import { firstSync } from '../connect/connect-bank.ts';
import type { Attempt } from '../connect/connect-desk.ts';
import type { SyncDesk } from './sync-desk.ts';

/** Goes straight from a consent into the sync that gets the old history: banks serve it for minutes only. */
export async function thenSync(
  sync: SyncDesk,
  connected: Result<{ readonly connectionId: string }>,
  requestedBy: RequestedBy,
): ReturnType<Attempt['connect']> {
  if (!connected.ok) return connected;
  const { connectionId } = connected.value;
  const started = await sync.start(firstSync(connectionId, requestedBy));
  return started.ok ? succeeded({ connectionId, jobId: started.value.jobId }) : started;
}
