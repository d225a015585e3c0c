import type { Result } from '#shared/result.ts';

/** What may be kept as a secret, and nothing else (design, section 7): access tokens live in memory only. */
export type SecretEntry =
  | { readonly kind: 'refresh-token'; readonly connectionId: string }
  | { readonly kind: 'client-secret'; readonly authUrl: string; readonly clientId: string };

/**
 * Where secrets outlive a call. Every operation may fail with `keychain-unavailable`, at any time: a keychain can
 * be locked while the app runs. Both implementations pass one suite of tests.
 */
export interface TokenStore {
  /** `memory` ends with the process: nothing in it can be shared with another one. */
  readonly kind: 'keychain' | 'memory';
  /** `null` when there is no such entry. */
  read(entry: SecretEntry): Promise<Result<string | null>>;
  /** Replaces what was there. */
  write(entry: SecretEntry, secret: string): Promise<Result<null>>;
  /** Succeeds when there was nothing to erase. */
  erase(entry: SecretEntry): Promise<Result<null>>;
}

/**
 * The entry's name in a store, readable because people meet it in their keychain's own window. A client secret
 * belongs to an auth server and a client: connections of the same client share it.
 */
export function secretEntryName(entry: SecretEntry): string {
  return entry.kind === 'refresh-token'
    ? `refresh-token ${entry.connectionId}`
    : `client-secret ${entry.clientId} at ${entry.authUrl}`;
}
