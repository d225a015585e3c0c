import type { CdpConnection } from './chromium/cdp-connection.ts';
import type { StandInCommandLine } from './start/command-line.ts';

/** What the whole stand-in stands on. One per process, as in Electron. */
export interface Runtime {
  readonly commandLine: StandInCommandLine;
  readonly cdp: CdpConnection;
  readonly headful: boolean;
  /** Ends Chromium and then this process. */
  readonly end: (exitCode: number) => never;
}

let current: Runtime | null = null;

/** Called once, by main.ts. */
export const setRuntime = (runtime: Runtime): void => {
  current = runtime;
};

/** @throws Error before `setRuntime`: a bug of the stand-in. */
export function runtime(): Runtime {
  if (current === null) throw new Error('the stand-in has not started');
  return current;
}
