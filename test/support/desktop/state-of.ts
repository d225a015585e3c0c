import { defaultAppSettings } from '#shared/ipc/app-settings.ts';
import type { AppState, ConnectionStatus } from '#shared/ipc/app-state.ts';

/** A connection that works, unless said otherwise. */
export const statusOf = (changes: Partial<ConnectionStatus> = {}): ConnectionStatus => ({
  id: 'c1',
  provider_id: 'ob-monzo',
  provider_name: 'Monzo',
  environment: 'live',
  consent_expires_at: '2026-04-01T00:00:00.000Z',
  state: 'active',
  health: 'fine',
  lastSyncedAt: '2026-01-06T07:00:00.000Z',
  trouble: null,
  ...changes,
});

/** An app with one working connection at rest, unless said otherwise. */
export const stateOf = (changes: Partial<AppState> = {}): AppState => ({
  appVersion: '1.0.0',
  ledgerPath: '/ledger.sqlite',
  nowIso: '2026-01-06T08:00:00.000Z',
  secretsIn: 'keychain',
  connections: [statusOf()],
  accounts: [],
  progress: null,
  connect: { kind: 'idle' },
  settings: defaultAppSettings,
  nextSyncIso: null,
  ...changes,
});
