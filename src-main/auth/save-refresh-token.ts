import { succeeded, type Result } from '#shared/result.ts';
import type { HeldTokens } from './held-tokens.ts';
import type { TokenStore } from './token-store.ts';

/**
 * Stores a refresh token that is not stored yet. To be called under the connection's refresh lock.
 *
 * A token whose first write failed is written later only in the place of the one it was traded for. When something
 * else stands there by then, the user has connected again from another window, and that consent wins.
 *
 * @returns `overtaken` in that case, else `saved`.
 */
export async function saveRefreshToken(
  store: TokenStore,
  connectionId: string,
  held: HeldTokens,
): Promise<Result<'saved' | 'overtaken'>> {
  if (held.unsaved === null || held.refreshToken === null) return succeeded('saved');
  const entry = { kind: 'refresh-token', connectionId } as const;
  if (held.unsaved.replaces !== null) {
    const stored = await store.read(entry);
    if (!stored.ok) return stored;
    if (stored.value !== held.unsaved.replaces) return succeeded('overtaken');
  }
  const written = await store.write(entry, held.refreshToken);
  return written.ok ? succeeded('saved') : written;
}
