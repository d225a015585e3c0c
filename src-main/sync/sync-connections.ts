import type { Connection } from '#shared/connection.ts';
import type { AccountOutcome } from '#shared/job.ts';
import type { JobRun } from './job-run.ts';
import { syncConnection } from './sync-connection.ts';

/**
 * All connections of a job side by side, except for consents that no discovery has seen yet: those go first, because
 * such a one may take the place of another connection's, which then is done as well.
 */
export async function syncConnections(
  run: JobRun,
  connections: readonly Connection[],
): Promise<AccountOutcome[]> {
  const sync = async (some: readonly Connection[]): Promise<AccountOutcome[]> =>
    (await Promise.all(some.map((connection) => syncConnection(run, connection)))).flat();
  const first = await sync(connections.filter(isUnseen));
  const done = new Set(first.map(({ connectionId }) => connectionId));
  const rest = await sync(connections.filter((each) => !isUnseen(each) && !done.has(each.id)));
  return [...first, ...rest];
}

/** The bank's id comes with the first discovery. */
const isUnseen = ({ providerId }: Connection): boolean => providerId === '';
