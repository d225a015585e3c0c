import { statfsSync } from 'node:fs';
import path from 'node:path';
import type { Failure } from '#shared/failure.ts';

/** Less free space than this, and a failed write is a full disk whatever name SQLite found for it. */
const fullBelowBytes = 65_536;

/**
 * What an error thrown by SQLite or the file system means for the user, or `null` when it is a bug (a wrong
 * statement, a broken constraint) that should be seen as one.
 *
 * SQLite's names: https://www.sqlite.org/rescode.html. A full disk has many faces there: growing the shared memory
 * of the WAL fails as `SQLITE_IOERR_SHMSIZE`, making a new file beside the ledger as `SQLITE_CANTOPEN`.
 */
export function ledgerFailure(error: unknown, ledgerPath: string): Failure | null {
  const code = codeOf(error);
  if (code === null) return null;
  if (/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)$/.test(code))
    return { kind: 'disk-full', path: ledgerPath };
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return { kind: 'ledger-busy', path: ledgerPath };
  if (code === 'SQLITE_NOTADB') return { kind: 'ledger-not-sqlite', path: ledgerPath };
  if (/^SQLITE_(CORRUPT|IOERR_SHORT_READ|IOERR_READ)/.test(code)) {
    return { kind: 'ledger-damaged', path: ledgerPath };
  }
  if (code === 'EISDIR') return { kind: 'ledger-is-folder', path: ledgerPath };
  if (
    /^SQLITE_(READONLY|CANTOPEN|IOERR|PERM|AUTH)/.test(code) ||
    /^E(ACCES|PERM|ROFS|NOTDIR|NOENT|EXIST|LOOP|NAMETOOLONG|IO|INVAL|NXIO|TXTBSY|MFILE|NFILE)$/.test(code)
  ) {
    return { kind: isDiskFull(ledgerPath) ? 'disk-full' : 'ledger-not-writable', path: ledgerPath };
  }
  return null;
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

function isDiskFull(ledgerPath: string): boolean {
  try {
    const { bavail, bsize, blocks } = statfsSync(path.dirname(ledgerPath));
    return blocks > 0 && bavail * bsize < fullBelowBytes;
  } catch {
    return false;
  }
}
