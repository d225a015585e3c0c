import { closeSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';

/** What every SQLite file that is not empty begins with (SQLite, "The Database Header"). */
const databaseHeader = 'SQLite format 3\0';

/**
 * The file that writing to `out` means: what a symbolic link names, so that the link stays; `null` where a whole
 * new file must not take the place of what is there. That is a device or a pipe (`/dev/stdout` is one, and whoever may
 * write to its folder would lose it), and a database or what belongs to one: the ledger by another name, or a copy of it.
 */
export function outputPlace(out: string): string | null {
  if (lstatSync(out, { throwIfNoEntry: false }) === undefined) return isOfDatabase(out) ? null : out;
  const place = realpathSync(out);
  return statSync(place).isFile() && !isOfDatabase(place) ? place : null;
}

const isOfDatabase = (place: string): boolean => isDatabase(place.replace(/-(?:wal|shm|journal)$/, ''));

function isDatabase(place: string): boolean {
  if (statSync(place, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const file = openSync(place, 'r');
  try {
    const start = Buffer.alloc(databaseHeader.length);
    return readSync(file, start) === start.length && start.toString('latin1') === databaseHeader;
  } finally {
    closeSync(file);
  }
}
