import type { LentToken } from './lent-token.ts';
import type { TokenSet } from './token-set.ts';

/** A connection's tokens in the memory of this process. */
export interface HeldTokens {
  readonly accessToken: string;
  readonly expiresAtMs: number;
  /** From then on a new access token is fetched: work begun now should not meet the end of the old one. */
  readonly freshUntilMs: number;
  /** The refresh token that came with it or after which it came; `null` without `offline_access`. */
  readonly refreshToken: string | null;
  /**
   * Set while `refreshToken` is not in the store yet: nothing may use the access token before (design, section 7).
   * `replaces` is the spent token it takes the place of; `null` after a new consent, which replaces anything.
   */
  readonly unsaved: { readonly replaces: string | null } | null;
}

/** A page takes seconds, a retried one up to a minute. */
const marginMs = 60_000;

/** For tokens as short-lived as the margin itself: refreshing at every call makes TrueLayer refuse (facts, 1.8). */
const freshUntilMs = (expiresAtMs: number, nowMs: number): number =>
  expiresAtMs - Math.min(marginMs, (expiresAtMs - nowMs) / 2);

/** @param replaces the token that was spent for these, `null` for those of a new consent. */
export const holdNewTokens = (tokens: TokenSet, replaces: string | null, nowMs: number): HeldTokens => ({
  accessToken: tokens.accessToken,
  expiresAtMs: tokens.accessTokenExpiresAtMs,
  freshUntilMs: freshUntilMs(tokens.accessTokenExpiresAtMs, nowMs),
  refreshToken: tokens.refreshToken ?? replaces,
  unsaved: tokens.refreshToken === null || tokens.refreshToken === replaces ? null : { replaces },
});

/** @param refreshToken the stored one, which lender and borrower agree on. */
export const holdBorrowedToken = (lent: LentToken, refreshToken: string, nowMs: number): HeldTokens => ({
  accessToken: lent.accessToken,
  expiresAtMs: nowMs + lent.expiresInMs,
  freshUntilMs: nowMs + lent.freshForMs,
  refreshToken,
  unsaved: null,
});

/** Good to hand out: saved, not about to end, and not the one the bank has just refused. */
export const isUsable = (held: HeldTokens, rejectedToken: string | null, nowMs: number): boolean =>
  held.unsaved === null && held.accessToken !== rejectedToken && nowMs < held.freshUntilMs;
