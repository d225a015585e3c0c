import type { FailureKind } from '#shared/failure.ts';
import type { AccountOutcome } from '#shared/job.ts';

/** What a button beside an account that did not finish does. `later`: nothing before a time. */
export type OutcomeWay = 'reconnect' | 'later' | 'sync-again' | 'none';

/** The way out for one account's end. */
export function wayOutOf(outcome: AccountOutcome): OutcomeWay {
  if (outcome.status === 'completed') return 'none';
  if (outcome.status === 'reconnect-needed') return 'reconnect';
  if (outcome.status === 'rate-limited') return outcome.untilIso == null ? 'sync-again' : 'later';
  const kind = outcome.failureKind as FailureKind | undefined;
  if (kind === 'account-gone' || kind === 'old-history-refused') return 'reconnect';
  if (kind === 'not-supported') return 'none';
  return 'sync-again';
}
