import type { Failure } from './failure.ts';
import type { AccountOutcome } from './job.ts';
import type { AccountTally } from './sync-tasks.ts';
import { wordsOf } from './words/failure-words.ts';

/** Whose outcome it is. */
export type OutcomeOf = Pick<AccountOutcome, 'accountId' | 'connectionId' | 'displayName'>;

/** An account that is done. `reason`: a sentence about what the bank would not serve, if anything. */
export const completedOutcome = (of: OutcomeOf, tally: AccountTally, reason?: string): AccountOutcome => ({
  ...of,
  ...tally,
  status: 'completed',
  ...(reason === undefined ? {} : { reason }),
});

/** An account that stopped early; what it stored before stays. */
export function failedOutcome(of: OutcomeOf, tally: AccountTally, failure: Failure): AccountOutcome {
  const { happened, todo } = wordsOf(failure);
  return {
    ...of,
    ...tally,
    status: statusOf(failure),
    reason: [happened, todo].filter((sentence) => sentence !== '').join(' '),
    failureKind: failure.kind,
    failure,
    ...('untilIso' in failure ? { untilIso: failure.untilIso } : {}),
  };
}

function statusOf(failure: Failure): AccountOutcome['status'] {
  switch (failure.kind) {
    case 'rate-limited':
    case 'daily-limit':
      return 'rate-limited';
    case 'reconnect-needed':
    case 'access-denied':
      return 'reconnect-needed';
    case 'cancelled':
      return 'cancelled';
    case 'timed-out':
      return 'timed-out';
    default:
      return 'failed';
  }
}
