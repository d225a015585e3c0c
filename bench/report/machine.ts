import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** Where the numbers come from: they mean little without it. */
export interface Machine {
  readonly system: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  /** Processes that wanted a core over the last minute; well above 1 before a bench, others were at work. */
  readonly loadBefore: number;
}

/** This machine, now. */
export const describeMachine = (): Machine => ({
  system: `${platform()} ${release()} ${arch()}`,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.versions.node,
  loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
});
