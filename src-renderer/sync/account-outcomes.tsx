import type { ReactNode } from 'react';
import type { AccountOutcome } from '#shared/job.ts';
import { nearInstantText } from '../format/day-text.ts';
import { withDays } from '../format/with-days.ts';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import { wayOutOf } from './outcome-way.ts';
import { SyncWishButton } from './sync-wish-button.tsx';
import { failureWords, syncWords as words } from '../words/words.ts';

/** How each account of a job ended; for those that did not finish: why, and the button that mends it. */
export const AccountOutcomes = ({ outcomes }: { outcomes: readonly AccountOutcome[] }): ReactNode => (
  <ul className="outcomes">
    {outcomes.map((outcome) => (
      <Outcome key={outcome.accountId} outcome={outcome} />
    ))}
  </ul>
);

function Outcome({ outcome }: { outcome: AccountOutcome }): ReactNode {
  const isFine = outcome.status === 'completed';
  return (
    <li className={isFine ? 'outcome' : 'outcome outcome-bad'}>
      <Icon name={isFine ? 'check' : 'warning'} />
      <div className="outcome-words">
        <p>
          <strong>{outcome.displayName}</strong>{' '}
          <span className="quiet">
            {words.counts(outcome.transactionsSynced, outcome.duplicates, outcome.pages, outcome.elapsedMs)}
          </span>
        </p>
        <p>{reasonOf(outcome)}</p>
      </div>
      <OutcomeButton outcome={outcome} />
    </li>
  );
}

/** A job of an older Passbook has a sentence only, in the English it was kept in. */
function reasonOf({ failure, findings, reason }: AccountOutcome): string {
  if (failure !== undefined) return words.stopped(failureWords.of(failure));
  return findings === undefined ? withDays(reason ?? '') : words.findings(findings);
}

function OutcomeButton({ outcome }: { outcome: AccountOutcome }): ReactNode {
  const { store } = useWindow();
  const { accountId, connectionId, displayName } = outcome;
  switch (wayOutOf(outcome)) {
    case 'reconnect':
      return (
        <button
          type="button"
          className="button"
          onClick={() => {
            store.open({ kind: 'connect' });
            void store.act('connection.reconnect', { connectionId });
          }}
        >
          {words.reconnect}
        </button>
      );
    case 'sync-again':
      return (
        <SyncWishButton wish={{ accountId }} label={words.syncAccountAgain(displayName)}>
          {words.syncAgain}
        </SyncWishButton>
      );
    case 'later':
      return (
        <span className="outcome-later">
          {words.tryAgainAfter(nearInstantText(outcome.untilIso ?? '', store.nowMs()))}
        </span>
      );
    default:
      return null;
  }
}
