import { randomBytes } from 'node:crypto';
import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import type { DemoBankOptions } from '../../src-demo-bank/demo-bank-options.ts';
import { type DemoBank, startDemoBank } from '../../src-demo-bank/start-demo-bank.ts';
import { authorise } from '../../src-main/auth/authorise.ts';
import type { TokenSet } from '../../src-main/auth/token-set.ts';
import { freePort } from './free-port.ts';
import { realClock } from './real-clock.ts';

/** A demo bank in this process, a consent of it, and the row a ledger would have of it. */
export interface ConnectedBank {
  readonly bank: DemoBank;
  readonly connection: Connection;
  readonly tokens: TokenSet;
}

/** Starts the bank and gives it one consent, as `passbook connect` does. Whoever calls closes the bank. */
export async function startConnectedBank(options: DemoBankOptions): Promise<ConnectedBank> {
  const redirectUri = `http://localhost:${String(await freePort())}/callback`;
  const bank = await startDemoBank({ autoApprove: true, redirectUris: [redirectUri], ...options });
  const { authUrl, apiUrl, clientId, clientSecret } = bank;
  const openLink = async (url: string): Promise<void> => void (await fetch(url)).body?.cancel();
  const consent = await authorise(
    { fetch, clock: realClock, randomBytes, openLink },
    { authUrl, clientId, clientSecret, redirectUri, scopes: allScopes },
  );
  if (!consent.ok) throw new Error(consent.failure.kind);
  const connection: Connection = {
    id: 'the-connection',
    environment: 'custom',
    authUrl,
    apiUrl,
    clientId,
    redirectUri,
    providerId: '',
    providerName: '',
    state: 'active',
    consentCreatedAt: toIso(bank.control.nowMs()),
    consentExpiresAt: null,
  };
  return { bank, connection, tokens: consent.value };
}

const allScopes = [
  'info',
  'accounts',
  'cards',
  'balance',
  'transactions',
  'direct_debits',
  'standing_orders',
  'offline_access',
];
