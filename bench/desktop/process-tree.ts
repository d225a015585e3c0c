import { readdirSync, readFileSync } from 'node:fs';

const bytesPerKb = 1024;

/** What an app's processes hold together. Bytes; `null`: this system does not say (only Linux does, in `/proc`). */
export interface TreeMemory {
  readonly processes: number;
  /** Each page of memory counted once, shared ones in parts: what the app really costs. */
  readonly pssBytes: number;
  /** The sum of the resident sets: what is shared counts once for each process. */
  readonly rssBytes: number;
}

/** The process and everything it started, as far as it still runs. */
function processTree(rootPid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of pidsHere()) parents.set(Number(name), parentOf(name));
  const isUnder = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (at === rootPid) return true;
    return false;
  };
  return [...parents.keys()].filter(isUnder);
}

/** @see TreeMemory */
export function memoryOfTree(rootPid: number): TreeMemory | null {
  const each = processTree(rootPid).flatMap((pid) => {
    const rollup = readOrNothing(`/proc/${pid}/smaps_rollup`);
    return rollup === '' ? [] : [{ pss: kbOf(rollup, 'Pss'), rss: kbOf(rollup, 'Rss') }];
  });
  if (each.length === 0) return null;
  const sum = (pick: (one: (typeof each)[number]) => number): number =>
    each.reduce((total, one) => total + pick(one), 0) * bytesPerKb;
  return { processes: each.length, pssBytes: sum(({ pss }) => pss), rssBytes: sum(({ rss }) => rss) };
}

/** A value of a process's command line, such as Chromium's `--user-data-dir=`; `null`: nobody in the tree has it. */
export function switchInTree(rootPid: number, name: string): string | null {
  for (const pid of processTree(rootPid)) {
    const words = readOrNothing(`/proc/${pid}/cmdline`).split('\0');
    const found = words.find((word) => word.startsWith(`--${name}=`));
    if (found !== undefined) return found.slice(name.length + 3);
  }
  return null;
}

function pidsHere(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** The fourth field of `stat`; the second, a name in brackets, may hold anything. */
function parentOf(pid: string): number {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

const kbOf = (rollup: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(rollup)?.[1] ?? 0);

/** A process may end between two looks. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
