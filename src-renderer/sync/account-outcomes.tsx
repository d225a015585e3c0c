import type { ReactNode } from 'react';
import type { AccountOutcome } from '#shared/job.ts';
import { readableMeasure } from '#shared/words/readable-time.ts';
import { windowWordsOf } from '#shared/words/window-failure-words.ts';
import { countOf, countText } from '../format/count-text.ts';
import { nearInstantText } from '../format/day-text.ts';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import { wayOutOf } from './outcome-way.ts';
import { SyncWishButton } from './sync-wish-button.tsx';

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
            {countText(outcome.transactionsSynced)} new, {countText(outcome.duplicates)} duplicates,{' '}
            {countOf(outcome.pages, 'page')} in {readableMeasure(outcome.elapsedMs)}
          </span>
        </p>
        <p>{reasonOf(outcome)}</p>
      </div>
      <OutcomeButton outcome={outcome} />
    </li>
  );
}

/** The window's own words where the whole failure is there; a job of an older Passbook only has a sentence. */
function reasonOf({ failure, reason }: AccountOutcome): string {
  if (failure === undefined) return reason ?? '';
  const { happened, todo } = windowWordsOf(failure);
  return `${happened} ${todo}`;
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
          Reconnect
        </button>
      );
    case 'sync-again':
      return (
        <SyncWishButton wish={{ accountId }} label={`Sync ${displayName} again`}>
          Sync again
        </SyncWishButton>
      );
    case 'later':
      return (
        <span className="outcome-later">
          Try again after {nearInstantText(outcome.untilIso ?? '', store.nowMs())}
        </span>
      );
    default:
      return null;
  }
}
