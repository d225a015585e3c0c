import { vendorHosts, type Connection, type Environment, type Hosts } from '#shared/connection.ts';
import type { ConnectRetry, ConnectWish } from '#shared/ipc/connect-state.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { loopbackAddress } from '../auth/loopback-address.ts';
import type { TokenStore } from '../auth/token-store.ts';
import { connectBank } from '../connect/connect-bank.ts';
import type { Attempt, AttemptAt } from '../connect/connect-desk.ts';
import { findConnection } from '../connect/end-consent.ts';
import { readRenewal, type Renewal } from '../connect/renewal.ts';
import type { SecretPlace } from '../connect/secret-place.ts';
import type { DemoDoor, DemoDoorDeps } from './demo-door.ts';
import { thenSync } from './first-sync.ts';
import { opensConsentPage } from './open-consent-page.ts';
import { connectDepsOf, type Workplace } from './workplace.ts';

/** The ways to a connection, each as an attempt for the connect desk. */
export interface Doors {
  readonly demo: () => Attempt;
  readonly own: (wish: ConnectWish) => Attempt;
  /** A new consent for a known connection, by what is kept for it; `change` goes before that. */
  readonly again: (connection: Connection, change: ConnectRetry) => Attempt;
}

/** What they lead through. */
export interface DoorsDeps extends DemoDoorDeps {
  readonly demo: DemoDoor;
  readonly secrets: SecretPlace;
}

/** Which banks the dialog offers (TrueLayer, "Providers"): without it, only what its defaults happen to be. */
const providersOf: Readonly<Record<Environment, string | undefined>> = {
  live: 'uk-ob-all uk-oauth-all',
  sandbox: 'uk-cs-mock uk-ob-all uk-oauth-all',
  custom: undefined,
};

interface Credentials {
  readonly environment: Environment;
  readonly hosts: Hosts;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly renews?: Renewal;
}

/** One per app. */
export function createDoors({ app, demo, use, secrets, bank, sync }: DoorsDeps): Doors {
  /** In test mode both TrueLayer doors lead to the demo bank, so that nothing reaches out of the profile. */
  const hostsFor = async (usual: Hosts): Promise<Hosts> => {
    if (app.launch.testMode === null) return usual;
    const { authUrl, apiUrl } = await bank.running();
    return { authUrl, apiUrl };
  };
  const atTheBank = async (place: Workplace, to: Credentials, at: AttemptAt) => {
    const paste = (): Promise<string> => at.pasted;
    const { authUrl } = to.hosts;
    const providers = providersOf[to.environment];
    const connected = await connectBank(connectDepsOf(app, place), {
      ...to,
      signal: at.signal,
      timeoutMs: at.timeoutMs,
      mayOpen: (url) => app.desktop.mayOpenConsentPage(url, authUrl),
      openLink: async (url) => {
        const page = { url, authUrl };
        const isOpen = await opensConsentPage(app.desktop, page);
        if (!isOpen) app.log.warn('The browser could not be opened');
        at.waiting(page, isOpen);
      },
      ...(loopbackAddress(to.redirectUri) === null ? { paste } : { pasteBesides: paste }),
      ...(providers === undefined ? {} : { providers }),
    });
    return thenSync(sync, connected, 'connect');
  };

  return {
    demo: demo.enter,
    own: ({ keepIn, environment, clientId, clientSecret, redirectUri }) => ({
      door: environment,
      connect: async (at) => {
        // Before the bank: a consent whose tokens cannot be kept would be wasted.
        if (keepIn === 'memory') await secrets.acceptMemory();
        const looked = await secrets.look();
        if (!looked.ok) return looked;
        const place = await use('real');
        if (!place.ok) return place;
        const hosts = await hostsFor(vendorHosts[environment]);
        return atTheBank(place.value, { environment, hosts, clientId, clientSecret, redirectUri }, at);
      },
    }),
    again: (connection, change) => ({
      door: connection.environment === 'custom' ? 'demo' : connection.environment,
      connect: async (at) => {
        if (demo.isDemo(connection)) return demo.renew(connection, 'connect')(at);
        if (change.keepIn === 'memory') await secrets.acceptMemory();
        const looked = await secrets.look();
        if (!looked.ok) return looked;
        const place = await use('real');
        if (!place.ok) return place;
        const found = await findConnection(app.ledger, place.value.ledgerPath, connection.id);
        if (!found.ok) return found;
        const { store } = place.value;
        const secret = await secretFor(store, found.value, change);
        if (!secret.ok) return secret;
        const renews = await readRenewal(store, found.value);
        if (!renews.ok) return renews;
        const { environment, authUrl, apiUrl, clientId } = found.value;
        const to = {
          environment,
          hosts: await hostsFor({ authUrl, apiUrl }),
          clientId,
          clientSecret: secret.value,
          redirectUri: change.redirectUri ?? found.value.redirectUri,
          renews: renews.value,
        };
        return atTheBank(place.value, to, at);
      },
    }),
  };
}

/** What the user said goes before what is kept, which may be the wrong one. `no-token`: the keychain lost it. */
async function secretFor(
  store: TokenStore,
  { authUrl, clientId }: Connection,
  { clientSecret }: ConnectRetry,
): Promise<Result<string>> {
  if (clientSecret !== undefined) return succeeded(clientSecret);
  const kept = await store.read({ kind: 'client-secret', authUrl, clientId });
  if (!kept.ok) return kept;
  return kept.value === null
    ? failed({ kind: 'reconnect-needed', cause: 'no-token' })
    : succeeded(kept.value);
}
