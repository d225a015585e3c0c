import type { ProcessTable } from '../ledger/jobs/job-owner-liveness.ts';
import { thisMachine } from '../ledger/jobs/this-machine.ts';

/** What ledger tasks need of the world and a test replaces. */
export interface LedgerSurroundings {
  readonly processes: ProcessTable;
  /** In [0, 1). */
  readonly random: () => number;
  /** For tasks that carry no time of their own: it only names the copy kept before a migration. */
  readonly nowIso: () => string;
}

/** The real world. */
export const realSurroundings: LedgerSurroundings = {
  processes: thisMachine,
  random: Math.random,
  nowIso: () => new Date().toISOString(),
};
