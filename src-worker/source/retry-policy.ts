import type { WaitCause } from '#shared/progress.ts';
import { bankErrorCode } from './bank-error.ts';
import type { Exchange } from './exchange.ts';
import { retryAfterMs } from './retry-after.ts';

/** Retries after the first attempt. */
export const maxRetries = 3;
/** Slept before the 1st, 2nd and 3rd retry when the bank names no time (design, section 5). */
const scheduleMs = [2_000, 4_000, 8_000] as const;
/** At most this share is added to a scheduled wait, so that threads do not come back in step. */
const jitterShare = 0.1;
/** A longer wait is not slept: the account stops and says when to come back. */
export const longestSleepMs = 5 * 60_000;
/** What is suggested when a bank keeps answering 429 and never says for how long. */
export const suggestedPauseMs = 15 * 60_000;

/** What to do about an exchange: take it as it is, or sleep and try again. */
export type Verdict =
  { readonly kind: 'take' } | { readonly kind: 'retry'; readonly waitMs: number; readonly cause: WaitCause };

/** Why an exchange may be tried again; `null` when trying again cannot help. */
export function retryCause(exchange: Exchange): WaitCause | null {
  if (exchange.kind === 'too-large') return null;
  if (exchange.kind === 'no-answer') return 'network';
  if (exchange.status === 429) {
    return bankErrorCode(exchange) === 'provider_request_limit_exceeded' ? null : 'rate-limit';
  }
  if (exchange.status >= 500 && exchange.status !== 501) return 'bank-error';
  return exchange.status === 200 && !isWholeJson(exchange.body) ? 'bank-error' : null;
}

/**
 * A pure decision: `retry` (1 to 3) is the retry that would follow, `random` from [0, 1). A time the bank names is
 * kept to the letter; only our own schedule is jittered.
 */
export function judge(
  exchange: Exchange,
  at: {
    readonly retry: number;
    readonly nowMs: number;
    readonly softDeadlineMs: number;
    readonly random: number;
  },
): Verdict {
  const cause = retryCause(exchange);
  const planned = scheduleMs[at.retry - 1];
  if (cause === null || planned === undefined) return { kind: 'take' };
  const waitMs = namedWaitMs(exchange, at.nowMs) ?? Math.round(planned * (1 + jitterShare * at.random));
  return isSlept(waitMs, at) ? { kind: 'retry', waitMs, cause } : { kind: 'take' };
}

/** How long the bank asks to be left alone, where it says so and that is short enough to do; `null`: neither. */
export function pauseAskedMs(
  exchange: Exchange,
  at: { readonly nowMs: number; readonly softDeadlineMs: number },
): number | null {
  const waitMs = namedWaitMs(exchange, at.nowMs);
  return waitMs !== null && isSlept(waitMs, at) ? waitMs : null;
}

const namedWaitMs = (exchange: Exchange, nowMs: number): number | null =>
  exchange.kind === 'answer' ? retryAfterMs(exchange.retryAfter, nowMs) : null;

const isSlept = (
  waitMs: number,
  { nowMs, softDeadlineMs }: { readonly nowMs: number; readonly softDeadlineMs: number },
): boolean => waitMs <= longestSleepMs && nowMs + waitMs <= softDeadlineMs;

/**
 * Cut or garbled JSON comes from a connection or a gateway and is worth another try; a page of HTML is not. Only the
 * ends are looked at: the decoder parses the whole once.
 */
function isWholeJson(body: Uint8Array): boolean {
  const first = firstInk(body, 0, 1);
  const last = firstInk(body, body.length - 1, -1);
  if (first === '<') return true;
  return first === '{' && last === '}';
}

function firstInk(body: Uint8Array, from: number, step: 1 | -1): string {
  for (let at = from; at >= 0 && at < body.length; at += step) {
    const character = String.fromCharCode(body[at] ?? 0);
    if (character.trim() !== '') return character;
  }
  return '';
}
