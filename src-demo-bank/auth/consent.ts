/** Scopes this bank knows (truelayer.md, 1.5). */
export const knownScopes = [
  'info',
  'accounts',
  'balance',
  'cards',
  'transactions',
  'direct_debits',
  'standing_orders',
  'offline_access',
] as const;
export type Scope = (typeof knownScopes)[number];

/** A PSD2 consent ends after 90 days; a refresh does not lengthen it (truelayer.md, 1.8). */
export const consentLifeMs = 90 * 86_400_000;
/** A refresh token that nobody uses for 30 days dies. */
export const refreshIdleMs = 30 * 86_400_000;
/** `expires_in` of an access token. */
export const accessLifeMs = 3_600_000;
/** A code lives five minutes, and works once. */
export const codeLifeMs = 300_000;
/** How long after the grant old history is served. */
export const scaWindowMs = 300_000;

/** An access token. Only the consent's latest one is valid. */
export interface AccessToken {
  readonly value: string;
  readonly expiresAtMs: number;
}

/** What the account holder allowed, and the tokens that stand for it. */
export interface Consent {
  /** Looks like base64; another for every consent. */
  readonly credentialsId: string;
  readonly clientId: string;
  readonly scopes: readonly Scope[];
  /** When Allow was pressed. */
  readonly grantedAtMs: number;
  readonly expiresAtMs: number;
  revoked: boolean;
  accessToken: AccessToken | null;
  /** `null` without `offline_access`. `usedAtMs`: the last refresh, or the grant. */
  refreshToken: { readonly value: string; readonly usedAtMs: number } | null;
}

/** Ended by the calendar or by the account holder: no refresh, no data, until they come back to the dialog. */
export const isOver = (consent: Consent, nowMs: number): boolean =>
  consent.revoked || nowMs >= consent.expiresAtMs;
