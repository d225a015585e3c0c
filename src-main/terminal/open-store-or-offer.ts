import type { Result } from '#shared/result.ts';
import { sentenceOf } from '#shared/words/failure-words.ts';
import type { TokenStore } from '../auth/token-store.ts';
import type { CommandContext } from './command-context.ts';

/**
 * Opens the token store; where there is no keychain, says so and offers to go on for this run only (design,
 * section 7). The offer is made to a person at a terminal; a script sets `PASSBOOK_TOKEN_STORE=memory` itself.
 */
export async function openStoreOrOffer(context: CommandContext): Promise<Result<TokenStore>> {
  const { parts, environment, screen, surroundings } = context;
  const chosen = await parts.openTokenStore(environment.tokenStore);
  if (chosen.ok || !screen.live || environment.tokenStore === 'memory') return chosen;
  screen.complain(sentenceOf(chosen.failure));
  const text = 'Go on for this run only, keeping the tokens in memory? [y/N] ';
  const answer = await surroundings.ask({ text });
  const isYes = answer.kind === 'given' && /^y(es)?$/i.test(answer.text.trim());
  return isYes ? parts.openTokenStore('memory') : chosen;
}
