import type { Connection } from '#shared/connection.ts';
import { createMemoryTokenStore } from '../../src-main/auth/memory-token-store.ts';
import type { TokenStore } from '../../src-main/auth/token-store.ts';
import type { FakeAuthServer } from './fake-auth-server.ts';

/** A connection at the fake server, or at another one that says as much of itself. */
export const connectionAt = (
  server: Pick<FakeAuthServer, 'authUrl' | 'clientId'>,
  id = 'connection-1',
): Connection => ({
  id,
  environment: 'custom',
  authUrl: server.authUrl,
  apiUrl: server.authUrl,
  clientId: server.clientId,
  redirectUri: 'http://localhost:3000/callback',
  providerId: 'mock',
  providerName: 'Mock',
  state: 'active',
  consentCreatedAt: null,
  consentExpiresAt: null,
});

/** Puts the client's secret and a fresh refresh token of the server into a store, as connecting does. */
export async function storeConsent(
  store: TokenStore,
  server: FakeAuthServer,
  connectionId: string,
): Promise<void> {
  const { authUrl, clientId, clientSecret } = server;
  await store.write({ kind: 'client-secret', authUrl, clientId }, clientSecret);
  await store.write({ kind: 'refresh-token', connectionId }, server.grant());
}

/** A store in memory that can be told to break, and that notes what is done to it. */
export function createBreakableStore(): TokenStore & { broken: boolean; readonly log: string[] } {
  const inner = createMemoryTokenStore();
  const trouble = { ok: false, failure: { kind: 'keychain-unavailable', detail: 'it is locked' } } as const;
  const store = {
    kind: inner.kind,
    broken: false,
    log: [] as string[],
    read: inner.read,
    write: (...[entry, secret]: Parameters<TokenStore['write']>) => {
      store.log.push(`write ${secret}`);
      return store.broken ? Promise.resolve(trouble) : inner.write(entry, secret);
    },
    erase: (...[entry]: Parameters<TokenStore['erase']>) => {
      store.log.push('erase');
      return store.broken ? Promise.resolve(trouble) : inner.erase(entry);
    },
  };
  return store;
}
