import type { ReactNode } from 'react';
import { useWindow } from '../state/window-context.ts';
import { reviewWords as words } from '../words/words.ts';

/** Nothing to look at, which is good news, and where to go instead. */
export function ReviewEmpty({ which, onAll }: { which: 'doubtful' | 'all'; onAll: () => void }): ReactNode {
  const { store } = useWindow();
  return (
    <div className="empty list-empty">
      <p>
        <strong>{which === 'all' ? words.noMatches : words.nothingToDo}</strong>
      </p>
      {which === 'all' ? (
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
