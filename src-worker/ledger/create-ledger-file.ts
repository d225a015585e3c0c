import { chmodSync, closeSync, fchmodSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes the empty file, readable by its owner only, and the folder around it if there is none. A folder that is
 * there keeps the rights its owner gave it. SQLite gives `-wal` and `-shm` the rights of the ledger itself.
 *
 * @returns false when another process made the file first, which is as good.
 * @throws what the file system says.
 */
export function createLedgerFile(ledgerPath: string): boolean {
  createFolderFor(ledgerPath);
  try {
    const file = openSync(ledgerPath, 'wx', 0o600);
    try {
      fchmodSync(file, 0o600);
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Makes the folder around a file, for its owner only, if there is none. */
export function createFolderFor(file: string): void {
  const folder = path.dirname(file);
  const firstMade = mkdirSync(folder, { recursive: true, mode: 0o700 });
  // The mode given at creation is cut by the umask; a chmod is not.
  if (firstMade !== undefined) chmodSync(folder, 0o700);
}
