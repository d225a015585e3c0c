import { readFileSync } from 'node:fs';

const bytesPerKb = 1024;

/**
 * The most memory this process ever held (resident set, all threads), in bytes. Linux counts it from `exec` on
 * (`VmHWM`); `maxRSS`, which is used elsewhere, may begin with what the parent held when it forked.
 */
export function peakMemoryBytes(): number {
  try {
    const kb = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kb !== undefined) return Number(kb) * bytesPerKb;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * bytesPerKb;
}
