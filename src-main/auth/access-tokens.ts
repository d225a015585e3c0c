import { randomBytes } from 'node:crypto';
import type { Clock } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';
import type { Fetch } from './auth-exchange.ts';
import { holdBorrowedToken, holdNewTokens, isUsable, type HeldTokens } from './held-tokens.ts';
import { withRefreshLock } from './refresh-lock.ts';
import { saveRefreshToken } from './save-refresh-token.ts';
import { refreshTokens } from './token-endpoint.ts';
import type { SecretEntry, TokenStore } from './token-store.ts';
import { createTokenLending } from './token-lending.ts';
import type { TokenSet } from './token-set.ts';

/** What access tokens are made from. `lockFolder` is shared by every process of this user on the same ledger. */
export interface AccessTokensDeps {
  readonly store: TokenStore;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly lockFolder: string;
}

/** The one place access tokens come from: one refresh at a time per connection, here and across processes. */
export interface AccessTokens {
  /** From memory, or refreshed when there is none or it ends within a minute. */
  current(connection: Connection): Promise<Result<string>>;
  /** After the bank refused `rejectedToken`. When somebody has fetched a newer one meanwhile, that one. */
  renewed(connection: Connection, rejectedToken: string): Promise<Result<string>>;
  /** Takes over the tokens of a new consent. The refresh token is stored before the access token is handed out. */
  adopt(connectionId: string, tokens: TokenSet): Promise<Result<null>>;
  /** The new connection turned out to be a known one, whose tokens these become. */
  moveTo(fromConnectionId: string, toConnectionId: string): Promise<Result<null>>;
  /** Erases what is kept of a connection. Ending the consent itself is `revoke`. */
  forget(connectionId: string): Promise<Result<null>>;
}

/** As the composition root sees it. `close` stops lending to other processes; without it nothing is kept alive. */
export interface OpenAccessTokens extends AccessTokens {
  close(): Promise<void>;
}

/**
 * Failures: `reconnect-needed` when there is nothing to refresh with or the server refuses it, what the token
 * endpoint says, `keychain-unavailable`, and `timed-out` when another process sits on the lock.
 */
export function createAccessTokens(deps: AccessTokensDeps): OpenAccessTokens {
  const { store, clock, lockFolder } = deps;
  const memory = new Map<string, HeldTokens>();
  const flights = new Map<string, Promise<Result<string>>>();

  const usable = (id: string, rejectedToken: string | null): HeldTokens | null => {
    const held = memory.get(id);
    return held !== undefined && isUsable(held, rejectedToken, clock.nowMs()) ? held : null;
  };

  const lending = createTokenLending(lockFolder, randomBytes, (id) => {
    const held = usable(id, null);
    if (held === null || held.refreshToken === null) return null;
    const nowMs = clock.nowMs();
    const { accessToken, refreshToken, expiresAtMs, freshUntilMs } = held;
    return { accessToken, refreshToken, expiresInMs: expiresAtMs - nowMs, freshForMs: freshUntilMs - nowMs };
  });

  async function obtain(connection: Connection, rejectedToken: string | null): Promise<Result<string>> {
    const held = usable(connection.id, rejectedToken);
    if (held !== null) return succeeded(held.accessToken);
    const flying = flights.get(connection.id);
    if (flying !== undefined) {
      const landed = await flying;
      // The flight may have begun before the bank refused the token it brings.
      return landed.ok && landed.value === rejectedToken ? obtain(connection, rejectedToken) : landed;
    }
    const flight = withRefreshLock(deps, connection.id, () => renewLocked(connection, rejectedToken));
    flights.set(connection.id, flight);
    try {
      return await flight;
    } finally {
      flights.delete(connection.id);
    }
  }

  async function renewLocked(connection: Connection, rejectedToken: string | null): Promise<Result<string>> {
    const { id, authUrl, clientId } = connection;
    const earlier = await save(id);
    if (!earlier.ok) return earlier;
    const held = usable(id, rejectedToken);
    if (held !== null) return succeeded(held.accessToken);
    // Refused or about to end: it must not be handed or lent to anybody, should the refresh fail.
    memory.delete(id);
    // Read inside the lock: another process may have rotated it a moment ago.
    const refreshToken = await store.read({ kind: 'refresh-token', connectionId: id });
    if (!refreshToken.ok) return refreshToken;
    if (refreshToken.value !== null && store.kind === 'keychain') {
      const lent = await lending.borrow(id, refreshToken.value, rejectedToken);
      if (lent !== null) {
        memory.set(id, holdBorrowedToken(lent, refreshToken.value, clock.nowMs()));
        await lending.open();
        return succeeded(lent.accessToken);
      }
    }
    const clientSecret = await store.read({ kind: 'client-secret', authUrl, clientId });
    if (!clientSecret.ok) return clientSecret;
    if (refreshToken.value === null || clientSecret.value === null) {
      return failed({ kind: 'reconnect-needed', cause: 'no-token' });
    }
    const client = { authUrl, clientId, clientSecret: clientSecret.value };
    const tokens = await refreshTokens(deps, client, refreshToken.value);
    if (!tokens.ok) return tokens;
    memory.set(id, holdNewTokens(tokens.value, refreshToken.value, clock.nowMs()));
    const saved = await save(id);
    return saved.ok ? succeeded(tokens.value.accessToken) : saved;
  }

  /** Stores what is not stored yet. What cannot be stored stays in memory, and the next call tries again. */
  async function save(id: string): Promise<Result<null>> {
    const held = memory.get(id);
    if (held === undefined) return succeeded(null);
    const saved = await saveRefreshToken(store, id, held);
    if (!saved.ok) return saved;
    if (saved.value === 'overtaken') memory.delete(id);
    else memory.set(id, { ...held, unsaved: null });
    // Another process reads the same keychain; nobody else can read this memory.
    if (store.kind === 'keychain') await lending.open();
    return succeeded(null);
  }

  return {
    current: (connection) => obtain(connection, null),
    renewed: (connection, rejectedToken) => obtain(connection, rejectedToken),
    adopt: (connectionId, tokens) =>
      withRefreshLock(deps, connectionId, () => {
        memory.set(connectionId, holdNewTokens(tokens, null, clock.nowMs()));
        return save(connectionId);
      }),
    moveTo: async (fromConnectionId, toConnectionId) => {
      if (fromConnectionId === toConnectionId) return succeeded(null);
      // Only the known connection is locked: nobody else has heard of the new one yet.
      const moved = await withRefreshLock(deps, toConnectionId, async () => {
        const kept = await store.read(refreshEntry(fromConnectionId));
        if (!kept.ok) return kept;
        const held = memory.get(fromConnectionId);
        const refreshToken = held?.refreshToken ?? kept.value;
        if (refreshToken !== null) {
          const written = await store.write(refreshEntry(toConnectionId), refreshToken);
          if (!written.ok) return written;
        }
        if (held === undefined) memory.delete(toConnectionId);
        else memory.set(toConnectionId, { ...held, unsaved: null });
        return succeeded(null);
      });
      if (!moved.ok) return moved;
      memory.delete(fromConnectionId);
      return store.erase(refreshEntry(fromConnectionId));
    },
    forget: (connectionId) =>
      withRefreshLock(deps, connectionId, () => {
        memory.delete(connectionId);
        return store.erase(refreshEntry(connectionId));
      }),
    close: () => lending.close(),
  };
}

const refreshEntry = (connectionId: string): SecretEntry => ({ kind: 'refresh-token', connectionId });
