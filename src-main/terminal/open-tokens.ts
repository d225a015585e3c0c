import { realpathSync } from 'node:fs';
import { succeeded, type Result } from '#shared/result.ts';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { TokenStore } from '../auth/token-store.ts';
import type { CommandContext } from './command-context.ts';

/** Opens the token store the user chose, and the access tokens over it. The ledger exists by then. */
export async function openTokens(context: CommandContext): Promise<Result<AccessTokens>> {
  const store = await context.parts.openTokenStore(context.environment.tokenStore);
  return store.ok ? succeeded(tokensOver(context, store.value)) : store;
}

/**
 * The locks that keep two processes from refreshing at once lie beside the ledger, whose folder can be written;
 * the real path, so that a ledger reached by a link has the same ones.
 */
export const tokensOver = ({ parts, clock, ledgerPath }: CommandContext, store: TokenStore): AccessTokens =>
  parts.createAccessTokens({ store, clock, lockFolder: `${realpathSync(ledgerPath)}.locks` });
