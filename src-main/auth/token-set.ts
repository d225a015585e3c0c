import * as z from 'zod';

/** What the token endpoint gave. Secret as a whole: it is never logged, stored as it is, or put into a failure. */
export interface TokenSet {
  readonly accessToken: string;
  /** Milliseconds since 1970 of the clock in use when the answer came. */
  readonly accessTokenExpiresAtMs: number;
  /** `null` without the scope `offline_access`, or when a refresh left the old one in force (RFC 6749, section 6). */
  readonly refreshToken: string | null;
  /** Granted scopes, separated by blanks; TrueLayer sometimes leaves them out. */
  readonly scope: string | null;
}

/** A token travels in a header and a form: visible ASCII, as RFC 6750 and RFC 6749 (appendix A) have it. */
const token = z.string().regex(/^[\x21-\x7e]{1,16384}$/);

/** A day: no bank's access token lives longer, and a wild number must not keep a dead token alive here. */
const longestLifeSeconds = 86_400;

/**
 * Reads the token endpoint's answer (TrueLayer's documentation: `access_token`, `expires_in` in seconds and
 * `token_type` are always there). `null` when it is not that.
 */
export function decodeTokenSet(body: unknown, nowMs: number): TokenSet | null {
  const decoded = tokenAnswerSchema.safeParse(body);
  if (!decoded.success) return null;
  const { access_token: accessToken, expires_in: seconds, refresh_token, scope } = decoded.data;
  return {
    accessToken,
    accessTokenExpiresAtMs: nowMs + Math.min(seconds, longestLifeSeconds) * 1000,
    refreshToken: refresh_token ?? null,
    scope: scope ?? null,
  };
}

const tokenAnswerSchema = z.object({
  access_token: token,
  expires_in: z.number().nonnegative(),
  token_type: z.string().regex(/^bearer$/i),
  refresh_token: token.nullish(),
  scope: z.string().nullish(),
});
