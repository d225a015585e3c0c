import { existsSync } from 'node:fs';
import { toIso } from '#shared/clock.ts';
import type { CommandContext } from './command-context.ts';
import { exitCode } from './exit-code.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import { showError, showFailure } from './show-failure.ts';

/**
 * Opens the ledger (creating or migrating it), does `work` with it and closes it again, whatever happens.
 * @returns the exit code of `work`, or that of the failure to open
 */
export async function withLedger(
  context: CommandContext,
  work: (ledger: LedgerThread) => Promise<number>,
): Promise<number> {
  const { screen, ledgerPath, clock } = context;
  const ledger = context.parts.createLedger();
  try {
    const opened = await ledger.run({ kind: 'open-ledger', ledgerPath, nowIso: toIso(clock.nowMs()) });
    return opened.ok ? await work(ledger) : showFailure(screen, opened.failure);
  } finally {
    await ledger.close();
  }
}

/** The same for commands that only read: a mistyped path is told, not turned into an empty ledger. */
export async function withExistingLedger(
  context: CommandContext,
  work: (ledger: LedgerThread) => Promise<number>,
): Promise<number> {
  const { screen, ledgerPath } = context;
  if (existsSync(ledgerPath)) return withLedger(context, work);
  showError(screen, {
    kind: 'no-ledger',
    message: `There is no ledger at ${ledgerPath} yet. Run "passbook connect" or "passbook demo" to make one, or name another with --ledger.`,
    exitCode: exitCode.failed,
  });
  return exitCode.failed;
}
