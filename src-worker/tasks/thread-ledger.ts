import { statSync } from 'node:fs';
import { type Result, succeeded } from '#shared/result.ts';
import { allMigrations } from '../ledger/migrations/all-migrations.ts';
import { type Ledger, openLedger } from '../ledger/open-ledger.ts';
import { tellUpdate } from './tell-update.ts';

interface KeptLedger {
  readonly ledger: Ledger;
  readonly file: string;
}

/** One handle for each path, for the thread's life: opening costs milliseconds, a query microseconds. */
const kept = new Map<string, KeptLedger>();

/**
 * The thread's ledger at `path`, opened (created, migrated) on first use. A file that was moved away or replaced
 * since is noticed and opened anew. `nowIso` names the copy kept before a migration.
 */
export function ledgerOfThread(path: string, nowIso: string): Result<Ledger> {
  const known = kept.get(path);
  if (known !== undefined && known.file === fileAt(path)) return succeeded(known.ledger);
  closeLedgerOfThread(path);
  const opened = openLedger(path, nowIso, allMigrations, tellUpdate);
  if (opened.ok) kept.set(path, { ledger: opened.value, file: fileAt(path) });
  return opened;
}

/** Closes the thread's handle, after a failure or at the end; does nothing when there is none. */
export function closeLedgerOfThread(path: string): void {
  const known = kept.get(path);
  if (known === undefined) return;
  kept.delete(path);
  known.ledger.close();
}

/** What the file is, whatever its name: device and inode. */
function fileAt(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? 'none' : `${stat.dev}:${stat.ino}`;
}
