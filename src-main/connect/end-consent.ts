import { toIso, type Clock } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';

/** What ending a consent works with. */
export interface EndConsentDeps {
  readonly ledger: LedgerThread;
  readonly ledgerPath: string;
  readonly clock: Clock;
  readonly tokens: AccessTokens;
  /** Ends the consent at TrueLayer. */
  readonly revoke: (authUrl: string, accessToken: string) => Promise<Result<null>>;
}

/** The connection with that id, now or formerly, or `not-found`. */
export async function findConnection(
  ledger: LedgerThread,
  ledgerPath: string,
  connectionId: string,
): Promise<Result<Connection>> {
  const loaded = await ledger.run({ kind: 'load-connections', ledgerPath, connectionId });
  if (!loaded.ok) return loaded;
  const [connection] = loaded.value;
  return connection === undefined
    ? failed({ kind: 'not-found', what: 'connection', id: connectionId })
    : succeeded(connection);
}

/**
 * Ends the consent at the bank and erases the tokens; rows and notes stay. A consent that the bank ended already is
 * no obstacle.
 */
export async function endConsent(deps: EndConsentDeps, connection: Connection): Promise<Result<null>> {
  const { ledger, ledgerPath, clock, tokens } = deps;
  const accessToken = await tokens.current(connection);
  if (accessToken.ok) {
    const revoked = await deps.revoke(connection.authUrl, accessToken.value);
    if (!revoked.ok) return revoked;
  } else if (accessToken.failure.kind !== 'reconnect-needed') {
    return accessToken;
  }
  const forgotten = await tokens.forget(connection.id);
  if (!forgotten.ok) return forgotten;
  const nowIso = toIso(clock.nowMs());
  return ledger.run({
    kind: 'set-connection-state',
    ledgerPath,
    connectionId: connection.id,
    state: 'revoked',
    nowIso,
  });
}
