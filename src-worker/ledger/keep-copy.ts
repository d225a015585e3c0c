import { renameSync, rmSync } from 'node:fs';
import { createLedgerFile } from './create-ledger-file.ts';
import type { WritingDatabase } from './ledger-database.ts';

/**
 * Keeps a whole copy of the ledger beside it: `passbook.sqlite.v3-2026-11-23T10-00-00-000Z.bak`. Written under
 * another name first, so that a `.bak` is never half a ledger. `VACUUM INTO` reads one consistent state, what is
 * still in the WAL included.
 *
 * @returns the copy's path.
 */
export function keepCopy(db: WritingDatabase, ledgerPath: string, version: number, nowIso: string): string {
  const copyPath = `${ledgerPath}.v${version}-${nowIso.replaceAll(/[:.]/g, '-')}.bak`;
  const partPath = `${copyPath}.${process.pid}.part`;
  try {
    createLedgerFile(partPath);
    db.prepare('VACUUM INTO ?').run(partPath);
    renameSync(partPath, copyPath);
  } finally {
    rmSync(partPath, { force: true });
  }
  return copyPath;
}
