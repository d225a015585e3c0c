import { randomBytes } from 'node:crypto';
import { hexWords } from '../data/hex-words.ts';
import { provider } from '../data/account-json.ts';
import { seedOf } from '../life/seeded-random.ts';
import type { Consent } from './consent.ts';

// Data is seeded, secrets are not: a bank that is started again must not take yesterday's tokens for its own.

/** 48 hex characters, for one exchange. */
export const newCode = (): string => randomBytes(24).toString('hex').toUpperCase();
/** 64 upper-case hex characters, as in TrueLayer's example. */
export const newRefreshToken = (): string => randomBytes(32).toString('hex').toUpperCase();

/** Looks like TrueLayer's `credentials_id` (base64 of 32 bytes); seeded, because `/me` tells it. */
export function newCredentialsId(seed: number, nth: number): string {
  const words = [1, 2, 3, 4, 5, 6, 7, 8].map((word) => seedOf(seed, 'credentials', nth, word));
  return Buffer.from(hexWords(...words), 'hex').toString('base64');
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of a JWT's shape and claims (truelayer.md, 1.6). The signature is noise: nobody may rely on reading it. */
export function newAccessToken(consent: Consent, nowMs: number, expiresAtMs: number): string {
  const issuedAt = Math.floor(nowMs / 1000);
  const claims = {
    nbf: issuedAt,
    exp: Math.floor(expiresAtMs / 1000),
    iat: issuedAt,
    aud: 'data_api',
    client_id: consent.clientId,
    sub: consent.credentialsId,
    jti: randomBytes(16).toString('hex').toUpperCase(),
    connector_id: provider.provider_id,
    privacy_policy: 'Feb2019',
    scope: consent.scopes,
    amr: ['pwd'],
  };
  const signature = randomBytes(256).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'at+jwt' })}.${part(claims)}.${signature}`;
}
