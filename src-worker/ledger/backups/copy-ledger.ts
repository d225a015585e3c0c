import { renameSync, rmSync } from 'node:fs';
import { createLedgerFile } from '../create-ledger-file.ts';
import type { ReadingDatabase } from '../ledger-database.ts';

/**
 * Writes a whole copy of the ledger to `copyPath`, for its owner only; under another name first, so that a copy is
 * never half a ledger. `VACUUM INTO` reads one consistent state, what is still in the WAL included, while others write.
 */
export function copyLedger(db: ReadingDatabase, copyPath: string): void {
  const partPath = `${copyPath}.${process.pid}.part`;
  try {
    rmSync(partPath, { force: true });
    createLedgerFile(partPath);
    db.prepare('VACUUM INTO ?').run(partPath);
    renameSync(partPath, copyPath);
  } finally {
    rmSync(partPath, { force: true });
  }
}
