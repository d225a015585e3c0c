import { hostname } from 'node:os';
import type { ProcessTable } from './job-owner-liveness.ts';
import { processStart } from './process-start.ts';

/** The real process table. */
export const thisMachine: ProcessTable = {
  host: hostname(),
  isAlive: (pid) => {
    try {
      // Signal 0 only asks (kill(2)).
      process.kill(pid, 0);
      return true;
    } catch (error) {
      // It is there, but somebody else's.
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
  startOf: (pid) => processStart(pid),
};
