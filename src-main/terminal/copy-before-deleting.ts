import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import { type Result, succeeded } from '#shared/result.ts';
import { readableBytes } from '#shared/words/readable-bytes.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import type { CommandContext } from './command-context.ts';

/** The copy of the ledger as it was; `null`: nothing was ever fetched, so that there is nothing to copy. */
export type CopyKept = { readonly path: string; readonly bytes: number } | null;

/**
 * Keeps the copy that the window keeps too before it deletes what a bank has in the ledger. Where it is goes to stderr
 * at once, since what comes after may fail.
 */
export async function copyBeforeDeleting(
  { screen, ledgerPath, clock }: CommandContext,
  ledger: LedgerThread,
  { id }: Connection,
): Promise<Result<CopyKept>> {
  const accounts = await ledger.run({ kind: 'list-accounts', ledgerPath });
  if (!accounts.ok) return accounts;
  if (!accounts.value.some(({ connection_id }) => connection_id === id)) return succeeded(null);
  const nowIso = toIso(clock.nowMs());
  const made = await ledger.run({ kind: 'back-up', ledgerPath, reason: 'before-forget', nowIso });
  if (!made.ok) return made;
  const { path, bytes } = made.value;
  screen.complain(`A copy of the ledger as it was is kept at ${path} (${readableBytes(bytes)}).`);
  return succeeded({ path, bytes });
}
