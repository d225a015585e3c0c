import { failureDetail } from '#shared/failure-detail.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';
import { keychainTrouble } from './keychain-trouble.ts';
import { secretEntryName, type TokenStore } from './token-store.ts';

/** The three calls of keytar that are needed. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** Under this name the entries stand in the user's keychain. */
const service = 'Passbook';

/** A locked keychain asks for its password in a window: a person needs time to type it, but not for ever. */
const defaultPatienceMs = 60_000;

/** The entry that is asked for at opening. It never exists. */
const probe = { kind: 'refresh-token', connectionId: 'probe' } as const;

const loadKeytar = async (): Promise<Keytar> => (await import('keytar')).default;

/**
 * Opens the system's keychain: Keychain on macOS, Credential Manager on Windows, the Secret Service (gnome-keyring,
 * KWallet) on Linux. keytar is an optional dependency, imported only here and only now; its absence, a missing
 * libsecret, no session bus and no keyring all come back as `keychain-unavailable` with a detail worth reading.
 * The probing read tells so at the beginning, not when the first rotated token must be saved.
 *
 * Windows refuses entries over 2560 bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE). A refresh token has 64 characters; if
 * one ever is too long, the write fails as a value like any other.
 */
export async function openKeytarTokenStore(
  load: () => Promise<Keytar> = loadKeytar,
  patienceMs = defaultPatienceMs,
): Promise<Result<TokenStore>> {
  let keytar: Keytar;
  try {
    keytar = await load();
  } catch (error) {
    return failed(keychainTrouble(error));
  }
  const store = keytarTokenStore(keytar, patienceMs);
  const probed = await store.read(probe);
  return probed.ok ? succeeded(store) : probed;
}

function keytarTokenStore(keytar: Keytar, patienceMs: number): TokenStore {
  return {
    kind: 'keychain',
    read: (entry) => attempt(() => keytar.getPassword(service, secretEntryName(entry)), patienceMs),
    write: async (entry, secret) => {
      const written = await attempt(
        () => keytar.setPassword(service, secretEntryName(entry), secret),
        patienceMs,
      );
      return written.ok ? succeeded(null) : written;
    },
    erase: async (entry) => {
      const erased = await attempt(() => keytar.deletePassword(service, secretEntryName(entry)), patienceMs);
      return erased.ok ? succeeded(null) : erased;
    },
  };
}

async function attempt<T>(call: () => Promise<T>, patienceMs: number): Promise<Result<T>> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Result<T>>((resolve) => {
    const detail = failureDetail('keychain-silent');
    timer = setTimeout(() => resolve(failed({ kind: 'keychain-unavailable', detail })), patienceMs);
  });
  try {
    return await Promise.race([call().then(succeeded), tooLate]);
  } catch (error) {
    return failed(keychainTrouble(error));
  } finally {
    clearTimeout(timer);
  }
}
