import type { JobOwner } from '#shared/ledger-tasks.ts';

/** How old a heartbeat may be. The owner writes one at least every 2 s; a machine may be asleep for a moment. */
const heartbeatLimitMs = 120_000;

/** What the machine can tell about a process. */
export interface ProcessTable {
  readonly host: string;
  readonly isAlive: (pid: number) => boolean;
  /** Tells a process from a later one with the same number; `null`: this machine cannot. @see processStart */
  readonly startOf: (pid: number) => string | null;
}

/** As the job's row has it. `start`: what `startOf` said when the job was made. */
export interface RecordedOwner extends JobOwner {
  readonly start: string | null;
}

/**
 * Gone when no process of this machine has its number, when the one that has it was started at another time (a container
 * gives the same numbers after each start), or when it has not been heard of for two minutes (another machine's process).
 */
export function isOwnerGone(
  owner: RecordedOwner,
  heartbeatAtIso: string,
  nowIso: string,
  processes: ProcessTable,
): boolean {
  if (owner.host === processes.host && !isSameProcess(owner, processes)) return true;
  return Date.parse(nowIso) - Date.parse(heartbeatAtIso) > heartbeatLimitMs;
}

function isSameProcess({ pid, start }: RecordedOwner, processes: ProcessTable): boolean {
  if (!processes.isAlive(pid)) return false;
  const startNow = start === null ? null : processes.startOf(pid);
  return startNow === null || startNow === start;
}
