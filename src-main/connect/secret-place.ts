import { succeeded, type Result } from '#shared/result.ts';
import { createMemoryTokenStore } from '../auth/memory-token-store.ts';
import type { TokenStore } from '../auth/token-store.ts';

/** Where the running app keeps secrets. Unlike in the terminal, this may become known, or change, while it runs. */
export interface SecretPlace {
  /** Fails with `keychain-unavailable` while there is neither a keychain nor the user's leave to do without. */
  readonly store: TokenStore;
  readonly secretsIn: () => 'keychain' | 'memory' | 'nowhere';
  /** Looks for the keychain again: it may have been unlocked or installed meanwhile. */
  readonly look: () => Promise<Result<null>>;
  /** The user goes on for this run only. Where there is a keychain after all it stays in use: nobody loses by that. */
  readonly acceptMemory: () => Promise<void>;
}

/** `openKeychain` is asked again until it succeeds once. */
export function createSecretPlace(openKeychain: () => Promise<Result<TokenStore>>): SecretPlace {
  let chosen: TokenStore | null = null;
  let looking: Promise<Result<TokenStore>> | null = null;

  const find = async (): Promise<Result<TokenStore>> => {
    if (chosen !== null) return succeeded(chosen);
    looking ??= openKeychain();
    const found = await looking;
    looking = null;
    if (found.ok) chosen ??= found.value;
    return found.ok ? succeeded(chosen ?? found.value) : found;
  };
  const over = async <T>(work: (store: TokenStore) => Promise<Result<T>>): Promise<Result<T>> => {
    const found = await find();
    return found.ok ? work(found.value) : found;
  };

  return {
    store: {
      get kind() {
        return chosen?.kind ?? 'keychain';
      },
      read: (entry) => over((store) => store.read(entry)),
      write: (entry, secret) => over((store) => store.write(entry, secret)),
      erase: (entry) => over((store) => store.erase(entry)),
    },
    secretsIn: () => chosen?.kind ?? 'nowhere',
    look: async () => {
      const found = await find();
      return found.ok ? succeeded(null) : found;
    },
    acceptMemory: async () => {
      if (!(await find()).ok) chosen = createMemoryTokenStore();
    },
  };
}
