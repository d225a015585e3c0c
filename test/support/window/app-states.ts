import { defaultAppSettings } from '#shared/ipc/app-settings.ts';
import type { AppState, ConnectionStatus } from '#shared/ipc/app-state.ts';
import type { AccountRow } from '#shared/ledger-views.ts';

/** The moment all samples are about. */
export const sampleNowIso = '2026-11-23T15:00:00.000Z';

/** An app that was never used. */
export const newApp: AppState = {
  appVersion: '0.1.0',
  ledgerPath: '/home/ada/.local/share/passbook/ledger.sqlite',
  nowIso: sampleNowIso,
  secretsIn: 'keychain',
  connections: [],
  accounts: [],
  progress: null,
  connect: { kind: 'idle' },
  settings: defaultAppSettings,
  nextSyncIso: null,
};

/** A connection that is well unless said otherwise. */
export const connectionSample = (changes: Partial<ConnectionStatus> = {}): ConnectionStatus => ({
  id: 'c1',
  provider_id: 'ob-santander',
  provider_name: 'Santander',
  environment: 'live',
  consent_expires_at: '2027-01-20T10:00:00.000Z',
  state: 'active',
  health: 'fine',
  lastSyncedAt: '2026-11-23T14:48:00.000Z',
  trouble: null,
  ...changes,
});

/** An account of Santander unless said otherwise. */
const accountSample = (changes: Partial<AccountRow> = {}): AccountRow => ({
  account_id: 'a1',
  connection_id: 'c1',
  kind: 'account',
  display_name: 'Santander Current Account',
  currency: 'GBP',
  balance_minor: 184_327,
  available_minor: 234_327,
  balance_at: '2026-11-23T14:48:00.000Z',
  ...changes,
});

/** Two banks, one of them in need of its user; accounts, a saver in euro, a card with a debt. */
export const usedApp: AppState = {
  ...newApp,
  nextSyncIso: '2026-11-23T21:10:00.000Z',
  connections: [
    connectionSample(),
    connectionSample({
      id: 'c2',
      provider_id: 'ob-monzo',
      provider_name: 'Monzo',
      consent_expires_at: '2026-11-26T10:00:00.000Z',
      state: 'reconnect-needed',
      health: 'reconnect-needed',
      lastSyncedAt: '2026-11-19T08:00:00.000Z',
      trouble: {
        accountId: '',
        displayName: 'Monzo',
        failure: { kind: 'reconnect-needed', cause: 'token-refused' },
        untilIso: null,
      },
    }),
  ],
  accounts: [
    accountSample(),
    accountSample({
      account_id: 'a2',
      display_name: 'Everyday Saver',
      balance_minor: 1_250_000,
      available_minor: null,
    }),
    accountSample({
      account_id: 'a3',
      kind: 'card',
      display_name: 'All in One Credit Card',
      balance_minor: 41_250,
      available_minor: 458_750,
    }),
    accountSample({
      account_id: 'a4',
      connection_id: 'c2',
      display_name: 'Euro account with a name that goes on and on',
      currency: 'EUR',
      balance_minor: -1299,
      available_minor: 0,
    }),
  ],
};
