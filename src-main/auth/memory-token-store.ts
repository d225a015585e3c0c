import { succeeded } from '#shared/result.ts';
import { secretEntryName, type TokenStore } from './token-store.ts';

/** Secrets for this run only: the twin of the keychain for tests, and for machines that have no keychain. */
export function createMemoryTokenStore(): TokenStore {
  const secrets = new Map<string, string>();
  return {
    kind: 'memory',
    read: (entry) => Promise.resolve(succeeded(secrets.get(secretEntryName(entry)) ?? null)),
    write: (entry, secret) => {
      secrets.set(secretEntryName(entry), secret);
      return Promise.resolve(succeeded(null));
    },
    erase: (entry) => {
      secrets.delete(secretEntryName(entry));
      return Promise.resolve(succeeded(null));
    },
  };
}
