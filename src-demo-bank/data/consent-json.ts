import { dressOptional } from './dressing.ts';
import { provider } from './account-json.ts';
import { updateTimestamp } from './write-timestamp.ts';
import type { Consent } from '../auth/consent.ts';
import type { Dressing } from './dressing.ts';

/** TrueLayer's document lists no other scopes for `/me`; what was granted in full stands in the token answer. */
const scopesOfMe = ['info', 'accounts', 'balance', 'transactions', 'cards', 'offline_access'];

/** The one entry of `/me`. */
export const meJson = (consent: Consent): unknown => ({
  client_id: consent.clientId,
  credentials_id: consent.credentialsId,
  consent_status: 'Authorised',
  consent_status_updated_at: new Date(consent.grantedAtMs).toISOString(),
  consent_created_at: new Date(consent.grantedAtMs).toISOString(),
  consent_expires_at: new Date(consent.expiresAtMs).toISOString(),
  provider,
  scopes: consent.scopes.filter((scope) => scopesOfMe.includes(scope)),
  privacy_policy: 'Feb2019',
});

/** The one entry of `/info`. */
export const infoJson = (nowMs: number, dressing: Dressing): unknown => ({
  full_name: 'Alex Taylor',
  ...dressOptional({ emails: ['alex.taylor@example.com'], phones: ['+447700900123'] }, dressing),
  update_timestamp: updateTimestamp(nowMs, 0),
});
