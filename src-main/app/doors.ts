import { vendorHosts, type Connection, type Environment, type Hosts } from '#shared/connection.ts';
import type { ConnectWish } from '#shared/ipc/connect-state.ts';
import { toIso } from '#shared/clock.ts';
import type { RequestedBy } from '#shared/job.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { loopbackAddress } from '../auth/loopback-address.ts';
import { askConsent, connectBank, firstSync, type ConnectDeps } from '../connect/connect-bank.ts';
import type { Attempt, AttemptAt } from '../connect/connect-desk.ts';
import type { DemoBankKeeper } from '../connect/demo-bank-keeper.ts';
import { findConnection } from '../connect/end-consent.ts';
import type { SecretPlace } from '../connect/secret-place.ts';
import type { AppDeps } from './app-deps.ts';
import type { SyncDesk } from './sync-desk.ts';
import type { Workplace } from './workplace.ts';

/** The ways to a connection, each as an attempt for the connect desk. */
export interface Doors {
  readonly demo: () => Attempt;
  readonly own: (wish: ConnectWish) => Attempt;
  /** `redirectUri`: another than the connection was made with. */
  readonly again: (connection: Connection, redirectUri?: string) => Attempt;
  /**
   * A demo bank lives as long as the app, and one that was started anew knows no tokens: those connected to it are
   * consented to again, silently. Never rejects; what did not work shows at the next sync.
   */
  readonly reviveDemos: (place: Workplace, connections: readonly Connection[]) => Promise<void>;
}

/** What they lead through. */
export interface DoorsDeps {
  readonly app: AppDeps;
  /** Brings that workplace into use. */
  readonly use: (kind: Workplace['kind']) => Promise<Result<Workplace>>;
  readonly secrets: SecretPlace;
  readonly bank: DemoBankKeeper;
  readonly sync: SyncDesk;
}

/** Which banks the dialog offers (TrueLayer, "Providers"): without it, only what its defaults happen to be. */
const providersOf: Readonly<Record<Environment, string | undefined>> = {
  live: 'uk-ob-all uk-oauth-all',
  sandbox: 'uk-cs-mock uk-ob-all uk-oauth-all',
  custom: undefined,
};

/** One per app. */
export function createDoors({ app, use, secrets, bank, sync }: DoorsDeps): Doors {
  const { clock, log, ledger, authorise, newId, launch } = app;
  const connectDeps = ({ ledgerPath, store, tokens }: Workplace): ConnectDeps => ({
    ledger,
    ledgerPath,
    store,
    tokens,
    clock,
    log,
    authorise,
    newId,
  });
  /** In test mode both TrueLayer doors lead to the demo bank, so that nothing reaches out of the profile. */
  const hostsOf = async (environment: 'sandbox' | 'live'): Promise<Hosts> => {
    if (launch.testMode === null) return vendorHosts[environment];
    const { authUrl, apiUrl } = await bank.running();
    return { authUrl, apiUrl };
  };
  const thenSync = async (
    connected: Result<{ readonly connectionId: string }>,
    requestedBy: RequestedBy,
  ): Promise<Result<{ readonly connectionId: string; readonly jobId: string }>> => {
    if (!connected.ok) return connected;
    const { connectionId } = connected.value;
    const started = await sync.start(firstSync(connectionId, requestedBy));
    return started.ok ? succeeded({ connectionId, jobId: started.value.jobId }) : started;
  };
  const atTheBank = (place: Workplace, to: Omit<Credentials, 'providers'>, at: AttemptAt) => {
    const paste = (): Promise<string> => at.pasted;
    const providers = providersOf[to.environment];
    return connectBank(connectDeps(place), {
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
  };
  const isDemo = ({ environment, clientId }: Connection): boolean =>
    environment === 'custom' && clientId.startsWith('demo-bank-');

  const demoCredentials = async () => {
    const { authUrl, apiUrl, clientId, clientSecret, redirectUri } = await bank.running();
    return {
      environment: 'custom',
      hosts: { authUrl, apiUrl },
      clientId,
      clientSecret,
      redirectUri,
    } as const;
  };
  const reviveDemo = async (place: Workplace, connection: Connection): Promise<Result<null>> => {
    const to = await demoCredentials();
    const { hosts, clientId, clientSecret, redirectUri } = to;
    const signal = new AbortController().signal;
    const consent = await askConsent(connectDeps(place), { ...to, openLink: app.visit, signal });
    if (!consent.ok) return consent;
    const kept = await place.store.write(
      { kind: 'client-secret', authUrl: hosts.authUrl, clientId },
      clientSecret,
    );
    if (!kept.ok) return kept;
    const adopted = await place.tokens.adopt(connection.id, consent.value);
    if (!adopted.ok) return adopted;
    const revived: Connection = { ...connection, ...hosts, clientId, redirectUri, state: 'active' };
    const { ledgerPath } = place;
    return ledger.run({
      kind: 'save-connection',
      ledgerPath,
      connection: revived,
      nowIso: toIso(clock.nowMs()),
    });
  };

  const reviveDemos: Doors['reviveDemos'] = async (place, connections) => {
    if (place.kind === 'real' && launch.testMode === null) return;
    try {
      for (const connection of connections) {
        if (!isDemo(connection) || connection.state === 'revoked') continue;
        const done = await reviveDemo(place, connection);
        if (!done.ok) log.warn('The demo bank could not be connected again', { failure: done.failure.kind });
      }
    } catch (error) {
      log.error('The demo bank did not start', { detail: String(error) });
    }
  };

  return {
    reviveDemos,
    demo: () => ({
      door: 'demo',
      connect: async ({ signal }) => {
        const place = await use('demo');
        if (!place.ok) return place;
        const to = await demoCredentials();
        const { ledgerPath } = place.value;
        const loaded = await ledger.run({ kind: 'load-connections', ledgerPath });
        if (!loaded.ok) return loaded;
        const known = loaded.value.find((each) => isDemo(each) && each.state !== 'revoked');
        if (known !== undefined) {
          const revived = await reviveDemo(place.value, known);
          return revived.ok ? thenSync(succeeded({ connectionId: known.id }), 'demo') : revived;
        }
        const wish = { ...to, openLink: app.visit, signal };
        return thenSync(await connectBank(connectDeps(place.value), wish), 'demo');
      },
    }),
    own: ({ keepIn, environment, clientId, clientSecret, redirectUri }) => ({
      door: environment,
      connect: async (at) => {
        // Before the bank: a consent whose tokens cannot be kept would be wasted.
        if (keepIn === 'memory') await secrets.acceptMemory();
        const looked = await secrets.look();
        if (!looked.ok) return looked;
        const place = await use('real');
        if (!place.ok) return place;
        const to = { environment, hosts: await hostsOf(environment), clientId, clientSecret, redirectUri };
        return thenSync(await atTheBank(place.value, to, at), 'connect');
      },
    }),
    again: (connection, redirectUri = connection.redirectUri) => ({
      door: connection.environment === 'custom' ? 'demo' : connection.environment,
      connect: async (at) => {
        const place = await use(isDemo(connection) ? 'demo' : 'real');
        if (!place.ok) return place;
        const found = await findConnection(ledger, place.value.ledgerPath, connection.id);
        if (!found.ok) return found;
        if (isDemo(found.value)) {
          const revived = await reviveDemo(place.value, found.value);
          return revived.ok ? thenSync(succeeded({ connectionId: connection.id }), 'connect') : revived;
        }
        const { environment, authUrl, apiUrl, clientId } = found.value;
        const clientSecret = await place.value.store.read({ kind: 'client-secret', authUrl, clientId });
        if (!clientSecret.ok) return clientSecret;
        if (clientSecret.value === null) return failed({ kind: 'reconnect-needed', cause: 'no-token' });
        const hosts = { authUrl, apiUrl };
        const to = { environment, hosts, clientId, clientSecret: clientSecret.value, redirectUri };
        return thenSync(await atTheBank(place.value, to, at), 'connect');
      },
    }),
  };
}

interface Credentials {
  readonly environment: Environment;
  readonly hosts: Hosts;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly providers?: string;
}
