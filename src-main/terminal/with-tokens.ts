import { realpathSync } from 'node:fs';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { TokenStore } from '../auth/token-store.ts';
import type { CommandContext } from './command-context.ts';
import { showFailure } from './show-failure.ts';

/**
 * Does `work` with the access tokens over this store, and lets go of them afterwards. What processes share to refresh
 * one at a time lies beside the ledger, whose folder can be written; its real path, so that a ledger reached by a
 * link has the same. The ledger exists by then.
 */
export async function withTokens(
  { parts, clock, ledgerPath }: CommandContext,
  store: TokenStore,
  work: (tokens: AccessTokens) => Promise<number>,
): Promise<number> {
  const lockFolder = `${realpathSync(ledgerPath)}.locks`;
  const tokens = parts.createAccessTokens({ store, clock, lockFolder });
  try {
    return await work(tokens);
  } finally {
    await tokens.close();
  }
}

/** The same over the store the user chose; a failure to open it is told. */
export async function withChosenTokens(
  context: CommandContext,
  work: (tokens: AccessTokens) => Promise<number>,
): Promise<number> {
  const store = await context.parts.openTokenStore(context.environment.tokenStore);
  return store.ok ? withTokens(context, store.value, work) : showFailure(context.screen, store.failure);
}
