import { toIso, type Clock } from '#shared/clock.ts';
import type { Connection, Environment, Hosts } from '#shared/connection.ts';
import type { RequestedBy } from '#shared/job.ts';
import { succeeded, type Result } from '#shared/result.ts';
import { namelessBankWords } from '#shared/words/nameless-bank-words.ts';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { AuthoriseDeps, AuthoriseRequest } from '../auth/authorise.ts';
import type { TokenSet } from '../auth/token-set.ts';
import type { TokenStore } from '../auth/token-store.ts';
import type { OpenLog } from '../log/log-door.ts';
import type { Renewal } from './renewal.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';

/** The consent itself, as the composition root gives it: network and randomness are already in it. */
export type Authorise = (
  deps: Pick<AuthoriseDeps, 'clock' | 'openLink'>,
  request: AuthoriseRequest,
) => Promise<Result<TokenSet>>;

/** What connecting works with: one ledger, one store of secrets. */
export interface ConnectDeps {
  readonly ledger: LedgerThread;
  readonly ledgerPath: string;
  readonly store: TokenStore;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  readonly log: Pick<OpenLog, 'protect'>;
  readonly authorise: Authorise;
  /** A new id for a connection, never used before. */
  readonly newId: () => string;
}

/** One wish to connect, all questions answered. */
export interface BankWish {
  readonly environment: Environment;
  readonly hosts: Hosts;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly providers?: string;
  /** The consent that is renewed by this one. */
  readonly renews?: Renewal;
  readonly openLink: (url: string) => Promise<void>;
  /** Whether a renewal's link may be opened. */
  readonly mayOpen?: (url: string) => boolean;
  /** Takes the code by hand; then nothing listens. */
  readonly paste?: () => Promise<string>;
  /** Takes the code by hand or by the redirect, whichever comes first. */
  readonly pasteBesides?: () => Promise<string>;
  readonly timeoutMs?: number;
  readonly signal: AbortSignal;
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

/** Takes the user through the consent and comes back with tokens, which are stored nowhere yet. */
export function askConsent(
  { authorise, clock, log }: Pick<ConnectDeps, 'authorise' | 'clock' | 'log'>,
  wish: BankWish,
): Promise<Result<TokenSet>> {
  const { environment: _, hosts, openLink, renews, ...rest } = wish;
  log.protect(wish.clientSecret);
  const refreshToken = renews?.refreshToken ?? null;
  const renewing = refreshToken === null ? {} : { refreshToken };
  return authorise({ clock, openLink }, { ...rest, ...renewing, authUrl: hosts.authUrl, scopes });
}

/**
 * The consent, and what comes of it kept: first the secrets, then the connection's row, so that a row in the ledger
 * always has tokens behind it. The id is new; if the bank turns out to be a known one, the first sync gives the old
 * connection these tokens.
 */
export async function connectBank(
  deps: ConnectDeps,
  wish: BankWish,
): Promise<Result<{ readonly connectionId: string }>> {
  const { clock, ledger, ledgerPath, store, tokens } = deps;
  const { authUrl, apiUrl } = wish.hosts;
  const { clientId, clientSecret, redirectUri } = wish;
  const consent = await askConsent(deps, wish);
  if (!consent.ok) return consent;
  const connectionId = deps.newId();
  const secretKept = await store.write({ kind: 'client-secret', authUrl, clientId }, clientSecret);
  if (!secretKept.ok) return secretKept;
  const adopted = await tokens.adopt(connectionId, consent.value);
  if (!adopted.ok) return adopted;
  const nowIso = toIso(clock.nowMs());
  const connection: Connection = {
    id: connectionId,
    environment: wish.environment,
    authUrl,
    apiUrl,
    clientId,
    redirectUri,
    providerId: '',
    providerName: namelessBankWords,
    state: 'active',
    consentCreatedAt: nowIso,
    consentExpiresAt: null,
  };
  const saved = await ledger.run({
    kind: 'save-connection',
    ledgerPath,
    connection,
    nowIso,
    ...(wish.renews === undefined ? {} : { renews: wish.renews.connectionId }),
  });
  return saved.ok ? succeeded({ connectionId }) : saved;
}

/** The first sync after a consent: the one that gets the old history, so the user is present by definition. */
export const firstSync = (connectionId: string, requestedBy: RequestedBy) =>
  ({ requestedBy, attended: true, connectionId }) as const;
