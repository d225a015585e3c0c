import { vendorHosts, type Connection, type Environment, type Hosts } from '#shared/connection.ts';
import type { ConnectWish } from '#shared/ipc/connect-state.ts';
import { failed, type Result } from '#shared/result.ts';
import { loopbackAddress } from '../auth/loopback-address.ts';
import { connectBank } from '../connect/connect-bank.ts';
import type { Attempt, AttemptAt } from '../connect/connect-desk.ts';
import { findConnection } from '../connect/end-consent.ts';
import type { SecretPlace } from '../connect/secret-place.ts';
import type { DemoDoor, DemoDoorDeps } from './demo-door.ts';
import { thenSync } from './first-sync.ts';
import { connectDepsOf, type Workplace } from './workplace.ts';

/** The ways to a connection, each as an attempt for the connect desk. */
export interface Doors {
  readonly demo: () => Attempt;
  readonly own: (wish: ConnectWish) => Attempt;
  /** `redirectUri`: another than the connection was made with. */
  readonly again: (connection: Connection, redirectUri?: string) => Attempt;
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
}

/** One per app. */
export function createDoors({ app, demo, use, secrets, bank, sync }: DoorsDeps): Doors {
  /** In test mode both TrueLayer doors lead to the demo bank, so that nothing reaches out of the profile. */
  const hostsOf = async (environment: 'sandbox' | 'live'): Promise<Hosts> => {
    if (app.launch.testMode === null) return vendorHosts[environment];
    const { authUrl, apiUrl } = await bank.running();
    return { authUrl, apiUrl };
  };
  const atTheBank = async (place: Workplace, to: Credentials, at: AttemptAt) => {
    const paste = (): Promise<string> => at.pasted;
    const providers = providersOf[to.environment];
    const connected = await connectBank(connectDepsOf(app, place), {
      ...to,
      signal: at.signal,
      timeoutMs: at.timeoutMs,
      openLink: async (url) => {
        await app.desktop.openConsentPage(url, to.hosts.authUrl);
        at.waiting();
      },
      ...(loopbackAddress(to.redirectUri) === null ? { paste } : { pasteBesides: paste }),
      ...(providers === undefined ? {} : { providers }),
    });
    return thenSync(sync, connected, 'connect');
  };
  const secretOf = (place: Workplace, { authUrl, clientId }: Connection): Promise<Result<string | null>> =>
    place.store.read({ kind: 'client-secret', authUrl, clientId });

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
        const hosts = await hostsOf(environment);
        return atTheBank(place.value, { environment, hosts, clientId, clientSecret, redirectUri }, at);
      },
    }),
    again: (connection, redirectUri = connection.redirectUri) => ({
      door: connection.environment === 'custom' ? 'demo' : connection.environment,
      connect: async (at) => {
        if (demo.isDemo(connection)) return demo.renew(connection, 'connect')(at);
        const place = await use('real');
        if (!place.ok) return place;
        const found = await findConnection(app.ledger, place.value.ledgerPath, connection.id);
        if (!found.ok) return found;
        const clientSecret = await secretOf(place.value, found.value);
        if (!clientSecret.ok) return clientSecret;
        if (clientSecret.value === null) return failed({ kind: 'reconnect-needed', cause: 'no-token' });
        const { environment, authUrl, apiUrl, clientId } = found.value;
        const hosts = { authUrl, apiUrl };
        const to = { environment, hosts, clientId, clientSecret: clientSecret.value, redirectUri };
        return atTheBank(place.value, to, at);
      },
    }),
  };
}
