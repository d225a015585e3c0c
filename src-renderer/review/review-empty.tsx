import type { ReactNode } from 'react';
import type { WhichSettlements } from '#shared/settlement.ts';
import { useWindow } from '../state/window-context.ts';
import { reviewWords as words } from '../words/words.ts';

/** Nothing to look at, which is good news, and where to go instead. */
export function ReviewEmpty({ which, onAll }: { which: WhichSettlements; onAll: () => void }): ReactNode {
  const { store } = useWindow();
  return (
    <div className="empty list-empty">
      <p>
        <strong>{words.empty[which]}</strong>
      </p>
      {which !== 'doubtful' ? (
        <button type="button" className="button" onClick={() => store.open({ kind: 'all-transactions' })}>
          {words.toTransactions}
        </button>
      ) : (
        <>
          <p>{words.nothingToDoMore}</p>
          <button type="button" className="button" onClick={onAll}>
            {words.seeAll}
          </button>
        </>
      )}
    </div>
  );
}
