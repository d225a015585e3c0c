import { addDays, utcDay } from '#shared/calendar-day.ts';
import { toIso } from '#shared/clock.ts';
import type { Failure } from '#shared/failure.ts';
import { bankErrorCode } from './bank-error.ts';
import type { Exchange } from './exchange.ts';
import { retryAfterMs } from './retry-after.ts';
import { suggestedPauseMs } from './retry-policy.ts';
import type { Sent } from './send-with-retry.ts';

/** A 200 with its bytes, or why there is none. */
export type Body =
  { readonly ok: true; readonly body: Uint8Array } | { readonly ok: false; readonly failure: Failure };

/** Judges a request after all retries (truelayer.md 4.4 row by row). `host` is only for the sentence. */
export function bodyOf(sent: Sent, host: string, nowMs: number): Body {
  if (sent.kind === 'stopped') return { ok: false, failure: { kind: 'cancelled' } };
  if (sent.kind === 'held-back') {
    return { ok: false, failure: { kind: 'rate-limited', untilIso: toIso(sent.untilMs) } };
  }
  const { exchange } = sent;
  if (exchange.kind === 'answer' && exchange.status === 200) return { ok: true, body: exchange.body };
  return { ok: false, failure: failureOf(exchange, host, nowMs) };
}

function failureOf(exchange: Exchange, host: string, nowMs: number): Failure {
  if (exchange.kind === 'too-large') return { kind: 'answer-too-large', bytes: exchange.bytes };
  if (exchange.kind === 'no-answer') {
    if (exchange.cause === 'timeout') return { kind: 'bank-timeout' };
    return { kind: 'unreachable', host, cause: exchange.detail };
  }
  const { status } = exchange;
  const code = bankErrorCode(exchange);
  switch (status) {
    case 400:
      if (code === 'invalid_date_range') return { kind: 'range-refused', from: '', to: '' };
      if (code === 'invalid_grant') return { kind: 'reconnect-needed', cause: 'token-refused' };
      return { kind: 'client-refused', status, code: code ?? 'bad request' };
    case 401:
      if (code === 'unauthorized_client') return { kind: 'client-refused', status, code };
      return { kind: 'token-expired' };
    case 403:
      if (code === 'sca_exceeded') return { kind: 'old-history-refused' };
      if (code === 'invalid_credentials_key') return { kind: 'reconnect-needed', cause: 'credentials-key' };
      return { kind: 'access-denied', code: code ?? 'forbidden' };
    case 404:
      return code === 'account_not_found' ? { kind: 'account-gone' } : badAnswer(host, 'HTTP 404');
    case 429:
      return rateLimited(exchange.retryAfter, code, nowMs);
    case 501:
      return { kind: 'not-supported' };
    case 504:
      return { kind: 'bank-timeout' };
    default:
      if (status >= 500) return { kind: 'bank-unavailable', status, code };
      return badAnswer(host, `HTTP ${status}`);
  }
}

function rateLimited(retryAfter: string | null, code: string | null, nowMs: number): Failure {
  if (code === 'provider_request_limit_exceeded') {
    return { kind: 'daily-limit', untilIso: startOfTomorrow(nowMs), decidedBy: 'bank' };
  }
  const untilMs = nowMs + (retryAfterMs(retryAfter, nowMs) ?? suggestedPauseMs);
  return { kind: 'rate-limited', untilIso: toIso(untilMs) };
}

/** When a daily budget is fresh again: the next UTC midnight. */
export const startOfTomorrow = (nowMs: number): string => `${addDays(utcDay(nowMs), 1)}T00:00:00.000Z`;

/** `detail` names what was wrong, never what was sent: bodies hold people's lives. */
export const badAnswer = (host: string, detail: string): Failure => ({ kind: 'bad-answer', host, detail });
