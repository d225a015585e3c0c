import * as z from 'zod';
import { failureDetail } from '#shared/failure-detail.ts';
import type { Failure } from '#shared/failure.ts';
import type { AuthAnswer } from './auth-exchange.ts';

/** What was asked: the same `invalid_grant` means another thing to do for a code and for a refresh token. */
export type Grant = 'authorization_code' | 'refresh_token';

const errorBodySchema = z.object({
  error: z.string(),
  error_details: z
    .object({ reason: z.string().optional().catch(undefined) })
    .nullish()
    .catch(null),
});

/**
 * What an answer other than 200 of the token endpoint means (TrueLayer's auth errors; facts, 1.7). `invalid_grant`
 * comes as 400 and not as 401, so the `error` value decides and not the status.
 */
export function tokenRefusal(answer: AuthAnswer, grant: Grant, host: string, nowMs: number): Failure {
  const body = errorBodySchema.safeParse(parseJson(answer.text));
  const code = body.success ? presentableCode(body.data.error) : null;
  if (answer.status === 429) return { kind: 'rate-limited', untilIso: retryTime(answer.retryAfter, nowMs) };
  if (answer.status >= 500) return { kind: 'bank-unavailable', status: answer.status, code };
  if (code === null) {
    return { kind: 'bad-answer', host, detail: failureDetail('token-status', answer.status) };
  }
  const reason = body.success ? (body.data.error_details?.reason ?? '') : '';
  return refusalOf(code, reason, grant);
}

function refusalOf(code: string, reason: string, grant: Grant): Failure {
  switch (code) {
    case 'invalid_client':
    case 'unauthorized_client':
      return { kind: 'wrong-client-secret' };
    case 'invalid_redirect_uri':
      return { kind: 'redirect-mismatch' };
    case 'invalid_grant':
    case 'invalid_authorization_code':
      if (grant === 'authorization_code') return { kind: 'code-refused' };
      return { kind: 'reconnect-needed', cause: 'token-refused' };
    default:
      break;
  }
  if (grant === 'refresh_token' && /consent expired|revoked/i.test(reason)) {
    return { kind: 'reconnect-needed', cause: 'consent-ended' };
  }
  if (grant === 'refresh_token' && /invalid (refresh_)?token/i.test(reason)) {
    return { kind: 'reconnect-needed', cause: 'token-refused' };
  }
  return { kind: 'auth-server-refused', code };
}

/**
 * OAuth's error codes are words joined by underscores. Anything else is not repeated: a server could echo a secret
 * in that place, and failures are printed and stored.
 */
export const presentableCode = (code: string): string =>
  /^[a-z]{2,20}(_[a-z]{2,20}){0,4}$/.test(code) ? code : 'unknown_error';

/** @returns the parsed text, or `null` when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Retry-After is seconds or an HTTP date (RFC 9110, section 10.2.3). @returns UTC ISO 8601. */
function retryTime(retryAfter: string | null, nowMs: number): string | null {
  if (retryAfter === null) return null;
  const seconds = Number(retryAfter);
  const untilMs = Number.isNaN(seconds) ? Date.parse(retryAfter) : nowMs + seconds * 1000;
  const latestMs = 8.64e15;
  return Number.isNaN(untilMs) || Math.abs(untilMs) > latestMs ? null : new Date(untilMs).toISOString();
}
