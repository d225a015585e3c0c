import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import type { RequestedBy } from '#shared/job.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { askConsent, connectBank } from '../connect/connect-bank.ts';
import type { Attempt } from '../connect/connect-desk.ts';
import type { DemoBankKeeper } from '../connect/demo-bank-keeper.ts';
import type { AppDeps } from './app-deps.ts';
import { thenSync } from './first-sync.ts';
import type { SyncDesk } from './sync-desk.ts';
import { connectDepsOf, type Workplace } from './workplace.ts';

/** The door that needs no credentials. */
export interface DemoDoor {
  readonly enter: () => Attempt;
  /** A new consent for a known demo connection, silently. */
  readonly renew: (connection: Connection, requestedBy: RequestedBy) => Attempt['connect'];
  /** Whether it is one of the demo bank that runs inside this app. */
  readonly isDemo: (connection: Connection) => boolean;
  /**
   * A demo bank lives as long as the app, and one that was started anew knows no tokens: those connected to it are
   * consented to again, silently. Never rejects; what did not work shows at the next sync.
   */
  readonly revive: (place: Workplace, connections: readonly Connection[]) => Promise<void>;
}

/** What is behind it. */
export interface DemoDoorDeps {
  readonly app: AppDeps;
  readonly use: (kind: Workplace['kind']) => Promise<Result<Workplace>>;
  readonly bank: DemoBankKeeper;
  readonly sync: SyncDesk;
}

/** One per app. */
export function createDemoDoor({ app, use, bank, sync }: DemoDoorDeps): DemoDoor {
  const { ledger, clock, log, launch } = app;
  const isDemo = ({ environment, clientId }: Connection): boolean =>
    environment === 'custom' && clientId.startsWith('demo-bank-');

  const wish = async (signal: AbortSignal) => {
    const { authUrl, apiUrl, clientId, clientSecret, redirectUri } = await bank.running();
    const environment = 'custom' as const;
    const openLink = app.visit;
    return { environment, hosts: { authUrl, apiUrl }, clientId, clientSecret, redirectUri, openLink, signal };
  };
  /** The row is brought up to date too: the bank may have had to move to other ports. */
  const consentAgain = async (
    place: Workplace,
    connection: Connection,
    signal: AbortSignal,
  ): Promise<Result<{ readonly connectionId: string }>> => {
    const to = await wish(signal);
    const { hosts, clientId, clientSecret, redirectUri } = to;
    const consent = await askConsent(connectDepsOf(app, place), to);
    if (!consent.ok) return consent;
    const entry = { kind: 'client-secret', authUrl: hosts.authUrl, clientId } as const;
    const kept = await place.store.write(entry, clientSecret);
    if (!kept.ok) return kept;
    const adopted = await place.tokens.adopt(connection.id, consent.value);
    if (!adopted.ok) return adopted;
    const revived: Connection = { ...connection, ...hosts, clientId, redirectUri, state: 'active' };
    const saved = await ledger.run({
      kind: 'save-connection',
      ledgerPath: place.ledgerPath,
      connection: revived,
      nowIso: toIso(clock.nowMs()),
    });
    return saved.ok ? succeeded({ connectionId: connection.id }) : saved;
  };
  const renew: DemoDoor['renew'] = (connection, requestedBy) => async (at) => {
    const place = await use('demo');
    if (!place.ok) return place;
    return thenSync(sync, await consentAgain(place.value, connection, at.signal), requestedBy);
  };

  /** In test mode there is one ledger for all. */
  const hidesRealOnes = async (): Promise<boolean> => {
    if (launch.testMode !== null) return false;
    const real = await ledger.run({ kind: 'load-connections', ledgerPath: app.ledgerPaths.real });
    return real.ok && real.value.some(({ state }) => state !== 'revoked');
  };

  return {
    isDemo,
    renew,
    enter: () => ({
      door: 'demo',
      connect: async (at) => {
        if (await hidesRealOnes()) return failed({ kind: 'demo-beside-real' });
        const place = await use('demo');
        if (!place.ok) return place;
        const loaded = await ledger.run({ kind: 'load-connections', ledgerPath: place.value.ledgerPath });
        if (!loaded.ok) return loaded;
        if (loaded.value.length === 0) await bank.forgetEvening();
        const known = loaded.value.find((each) => isDemo(each) && each.state !== 'revoked');
        if (known !== undefined) return renew(known, 'demo')(at);
        const connected = await connectBank(connectDepsOf(app, place.value), await wish(at.signal));
        return thenSync(sync, connected, 'demo');
      },
    }),
    revive: async (place, connections) => {
      if (place.kind === 'real' && launch.testMode === null) return;
      const { signal } = new AbortController();
      try {
        for (const connection of connections) {
          if (!isDemo(connection) || connection.state === 'revoked') continue;
          const done = await consentAgain(place, connection, signal);
          if (!done.ok)
            log.warn('The demo bank could not be connected again', { failure: done.failure.kind });
        }
      } catch (error) {
        log.error('The demo bank did not start', { detail: String(error) });
      }
    },
  };
}
