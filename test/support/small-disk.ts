import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few hundred kilobytes that a test may fill. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all space but this much. */
  readonly fillUpTo: (freeBytes: number) => void;
  /** Gives it back. */
  readonly makeRoom: () => void;
  readonly unmount: () => void;
}

/** A tmpfs of its own; a sentence where none may be mounted. */
export function mountSmallDisk(kilobytes: number): SmallDisk | string {
  if (process.platform !== 'linux') return 'Not run: a small disk is made with tmpfs, which is Linux only.';
  const folder = mkdtempSync(join(tmpdir(), 'passbook-small-disk-'));
  const mounted = spawnSync('/bin/mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${String(kilobytes)}k`,
    'tmpfs',
    folder,
  ]);
  if (mounted.status !== 0) {
    rmdirSync(folder);
    return 'Not run: mounting a small disk (tmpfs) needs root, or is not allowed here.';
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fillUpTo: (freeBytes) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - freeBytes)));
    },
    makeRoom: () => rmSync(filler),
    unmount: () => {
      spawnSync('/bin/umount', ['-l', folder]);
      rmdirSync(folder);
    },
  };
}
