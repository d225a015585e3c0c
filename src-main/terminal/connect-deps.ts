import type { AccessTokens } from '../auth/access-tokens.ts';
import type { TokenStore } from '../auth/token-store.ts';
import type { ConnectDeps } from '../connect/connect-bank.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import type { CommandContext } from './command-context.ts';

/** What connecting works with, from what a command has at hand. */
export function connectDeps(
  { parts, clock, ledgerPath, log }: CommandContext,
  ledger: LedgerThread,
  store: TokenStore,
  tokens: AccessTokens,
): ConnectDeps {
  const { authorise, newId } = parts;
  return { ledger, ledgerPath, store, tokens, clock, log, authorise, newId };
}
