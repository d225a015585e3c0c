import { toIso } from '#shared/clock.ts';
import type { Connection, Environment, Hosts } from '#shared/connection.ts';
import type { RequestedBy } from '#shared/job.ts';
import { succeeded, type Result } from '#shared/result.ts';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { TokenStore } from '../auth/token-store.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import type { CommandContext } from './command-context.ts';
import { tokensOver } from './open-tokens.ts';

/** One wish to connect, all questions answered. */
export interface ConnectWish {
  readonly environment: Environment;
  readonly hosts: Hosts;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly providers?: string;
  readonly openLink: (url: string) => Promise<void>;
  readonly paste?: () => Promise<string>;
  readonly signal: AbortSignal;
}

/** A bank that let us in: its tokens are stored, its row is in the ledger, nothing is fetched yet. */
export interface ConnectedBank {
  readonly connectionId: string;
  readonly tokens: AccessTokens;
}

/** Everything Passbook can use (TrueLayer, "Scopes"); `offline_access` is what makes it last 90 days. */
const scopes = [
  'info',
  'accounts',
  'cards',
  'balance',
  'transactions',
  'direct_debits',
  'standing_orders',
  'offline_access',
] as const;

/** Shown until the first sync has asked the bank its name. */
const namelessBank = 'New connection';

/**
 * Takes the user through the consent and keeps what comes of it: first the secrets, then the connection's row, so
 * that a row in the ledger always has tokens behind it. The id is new; if the bank turns out to be a known one, the
 * first sync gives the old connection these tokens.
 */
export async function connectBank(
  context: CommandContext,
  ledger: LedgerThread,
  store: TokenStore,
  wish: ConnectWish,
): Promise<Result<ConnectedBank>> {
  const { parts, clock, ledgerPath, log } = context;
  const { authUrl, apiUrl } = wish.hosts;
  const { clientId, clientSecret, redirectUri, providers, paste, signal } = wish;
  log.protect(clientSecret);
  const consent = await parts.authorise(
    { clock, openLink: wish.openLink },
    {
      authUrl,
      clientId,
      clientSecret,
      redirectUri,
      scopes,
      signal,
      ...(providers === undefined ? {} : { providers }),
      ...(paste === undefined ? {} : { paste }),
    },
  );
  if (!consent.ok) return consent;
  const connectionId = parts.newId();
  const tokens = tokensOver(context, store);
  const secretKept = await store.write({ kind: 'client-secret', authUrl, clientId }, clientSecret);
  if (!secretKept.ok) return secretKept;
  const adopted = await tokens.adopt(connectionId, consent.value);
  if (!adopted.ok) return adopted;
  const connection: Connection = {
    id: connectionId,
    environment: wish.environment,
    authUrl,
    apiUrl,
    clientId,
    redirectUri,
    providerId: '',
    providerName: namelessBank,
    state: 'active',
    consentCreatedAt: toIso(clock.nowMs()),
    consentExpiresAt: null,
  };
  const saved = await ledger.run({
    kind: 'save-connection',
    ledgerPath,
    connection,
    nowIso: toIso(clock.nowMs()),
  });
  return saved.ok ? succeeded({ connectionId, tokens }) : saved;
}

/** The first sync after a consent: the one that gets the old history, so the user is present by definition. */
export const firstSync = (connectionId: string, requestedBy: RequestedBy) =>
  ({ requestedBy, attended: true, connectionId }) as const;
