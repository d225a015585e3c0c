import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Where `starttime` stands after the name of the program, which may hold spaces and brackets (proc_pid_stat(5): 22nd). */
const startTimeIndex = 19;

/**
 * What tells a process from a later one with the same number, as text to compare: on Linux the clock ticks from this
 * boot to its start, on other systems with a `ps` the second it was started in.
 *
 * @returns `null`: there is no such process, or this system does not say (Windows).
 */
export function processStart(pid: number, platform: NodeJS.Platform = process.platform): string | null {
  try {
    if (platform === 'linux') {
      const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return startOfStat(readFileSync(`/proc/${pid}/stat`, 'utf8'), bootId);
    }
    if (platform === 'win32') return null;
    const options = { encoding: 'utf8', env: { LC_ALL: 'C', TZ: 'UTC' }, timeout: 1000 } as const;
    const started = execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], options).trim();
    return started === '' ? null : started;
  } catch {
    // Gone meanwhile, hidden from us, or no such tool: nothing is known.
    return null;
  }
}

/** @returns `null` when the line is not what proc_pid_stat(5) says. */
export function startOfStat(stat: string, bootId: string): string | null {
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[startTimeIndex];
  return ticks !== undefined && /^\d+$/.test(ticks) ? `${bootId}:${ticks}` : null;
}
