import type { JobOwner } from '#shared/ledger-tasks.ts';

/** How old a heartbeat may be. The owner writes one at least every 2 s; a machine may be asleep for a moment. */
const heartbeatLimitMs = 120_000;

/** What the machine can tell about a process. */
export interface ProcessTable {
  readonly host: string;
  readonly isAlive: (pid: number) => boolean;
}

/**
 * Gone when no process of this machine has its number, or when it has not been heard of for two minutes (another
 * machine's process, or a number the system has given to another program).
 */
export function isOwnerGone(
  owner: JobOwner,
  heartbeatAtIso: string,
  nowIso: string,
  processes: ProcessTable,
): boolean {
  if (owner.host === processes.host && !processes.isAlive(owner.pid)) return true;
  return Date.parse(nowIso) - Date.parse(heartbeatAtIso) > heartbeatLimitMs;
}
