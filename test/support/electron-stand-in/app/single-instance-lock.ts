import {
  mkdirSync,
  readFileSync,
  readlinkSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** `app.requestSingleInstanceLock` between processes. */
export interface InstanceLock {
  /** `true`: this process is the first for that folder. Otherwise the first has been told. */
  readonly request: (userData: string, additionalData: unknown) => boolean;
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

interface Knock {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly data: unknown;
}

/**
 * A symbolic link whose target names its owner, as Chromium's own lock: making one is atomic and works at once, which
 * the call must. Others leave a letter in a folder that the owner watches.
 */
export function createInstanceLock(
  onKnock: (argv: readonly string[], cwd: string, data: unknown) => void,
): InstanceLock {
  let held: { readonly link: string; readonly stop: () => void } | null = null;

  const readLetters = (folder: string): void => {
    for (const name of readdirSync(folder)
      .filter((one) => one.endsWith('.json'))
      .toSorted()) {
      const path = join(folder, name);
      const knock = JSON.parse(readFileSync(path, 'utf8')) as Knock;
      rmSync(path);
      onKnock(knock.argv, knock.cwd, knock.data);
    }
  };

  return {
    request: (userData, additionalData) => {
      if (held !== null) return true;
      mkdirSync(userData, { recursive: true });
      const link = join(userData, 'SingletonLock');
      const letters = join(userData, 'SingletonLetters');
      if (!takeLink(link)) {
        leaveLetter(letters, { argv: process.argv, cwd: process.cwd(), data: additionalData ?? null });
        return false;
      }
      rmSync(letters, { recursive: true, force: true });
      mkdirSync(letters);
      const watcher = watch(letters, () => readLetters(letters));
      watcher.unref();
      held = { link, stop: () => watcher.close() };
      return true;
    },
    isHeld: () => held !== null,
    release: () => {
      held?.stop();
      if (held !== null) rmSync(held.link, { force: true });
      held = null;
    },
  };
}

/** A process by id and start, so that an id used again is not taken for the owner. */
function describe(pid: number): string {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return `${pid}-${fields[19] ?? ''}`;
}

function takeLink(link: string): boolean {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      symlinkSync(describe(process.pid), link);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isAlive(readlinkSync(link))) return false;
      rmSync(link, { force: true });
    }
  }
  return false;
}

function isAlive(owner: string): boolean {
  try {
    return describe(Number.parseInt(owner, 10)) === owner;
  } catch {
    return false;
  }
}

function leaveLetter(folder: string, knock: Knock): void {
  const name = `${process.hrtime.bigint()}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.part`), JSON.stringify(knock));
  renameSync(join(folder, `${name}.part`), join(folder, `${name}.json`));
}
