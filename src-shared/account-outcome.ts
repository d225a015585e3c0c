import type { AccountFinding } from './account-finding.ts';
import type { Failure } from './failure.ts';
import type { AccountOutcome } from './job.ts';
import type { AccountTally } from './sync-tasks.ts';

/** Whose outcome it is. */
export type OutcomeOf = Pick<AccountOutcome, 'accountId' | 'connectionId' | 'displayName'>;

/** An account that is done. `findings`: why nothing is new, what the bank would not serve. */
export const completedOutcome = (
  of: OutcomeOf,
  tally: AccountTally,
  findings: readonly AccountFinding[],
): AccountOutcome => ({
  ...of,
  ...tally,
  status: 'completed',
  ...(findings.length === 0 ? {} : { findings }),
});

/** An account that stopped early; what it stored before stays. */
export function failedOutcome(of: OutcomeOf, tally: AccountTally, failure: Failure): AccountOutcome {
  return {
    ...of,
    ...tally,
    status: statusOf(failure),
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
