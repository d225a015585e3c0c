import { failureDetail } from '#shared/failure-detail.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';
import { openKeytarTokenStore } from './keytar-token-store.ts';
import { createMemoryTokenStore } from './memory-token-store.ts';
import type { TokenStore } from './token-store.ts';

/**
 * Chooses where secrets are kept. The fallback is never silent: without a keychain this fails, and it is the user
 * who goes on for one run with `PASSBOOK_TOKEN_STORE=memory` (design, section 7).
 *
 * @param choice the value of `PASSBOOK_TOKEN_STORE`: `memory`, or `keychain`, empty or unset for the keychain.
 */
export async function openTokenStore(
  choice: string | undefined,
  openKeychain: () => Promise<Result<TokenStore>> = () => openKeytarTokenStore(),
): Promise<Result<TokenStore>> {
  switch (choice ?? '') {
    case 'memory':
      return succeeded(createMemoryTokenStore());
    case '':
    case 'keychain':
      return openKeychain();
    default:
      return failed({
        kind: 'keychain-unavailable',
        detail: failureDetail('unknown-store'),
      });
  }
}
