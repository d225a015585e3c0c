import { copyLedger } from './backups/copy-ledger.ts';
import type { WritingDatabase } from './ledger-database.ts';

/**
 * Keeps a whole copy of the ledger beside it: `passbook.sqlite.v3-2026-11-23T10-00-00-000Z.bak`.
 *
 * @returns the copy's path.
 */
export function keepCopy(db: WritingDatabase, ledgerPath: string, version: number, nowIso: string): string {
  const copyPath = `${ledgerPath}.v${version}-${nowIso.replaceAll(/[:.]/g, '-')}.bak`;
  copyLedger(db, copyPath);
  return copyPath;
}
