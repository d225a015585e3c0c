import { succeeded, type Result } from '#shared/result.ts';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { TokenStore } from '../auth/token-store.ts';
import { type BankWish, connectBank as connectAndKeep } from '../connect/connect-bank.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import type { CommandContext } from './command-context.ts';
import { tokensOver } from './open-tokens.ts';

/** A bank that let us in: its tokens are stored, its row is in the ledger, nothing is fetched yet. */
export interface ConnectedBank {
  readonly connectionId: string;
  readonly tokens: AccessTokens;
}

/** `connectBank` of src-main/connect with what a command has at hand. */
export async function connectBank(
  context: CommandContext,
  ledger: LedgerThread,
  store: TokenStore,
  wish: BankWish,
): Promise<Result<ConnectedBank>> {
  const { parts, clock, ledgerPath, log } = context;
  const { authorise, newId } = parts;
  const tokens = tokensOver(context, store);
  const connected = await connectAndKeep(
    { ledger, ledgerPath, store, tokens, clock, log, authorise, newId },
    wish,
  );
  return connected.ok ? succeeded({ ...connected.value, tokens }) : connected;
}
