import type { ReactNode } from 'react';
import type { TransactionListFilter } from '#shared/transaction-list.ts';
import { useWindowState } from '../state/window-context.ts';
import { isSyncing } from '../state/window-state.ts';
import { transactionWords as words } from '../words/words.ts';

/** Why there is no row, and the way out. `chosen`: what the user restricted the list by, the page's account apart. */
export function EmptyList(props: { chosen: TransactionListFilter; onShowEverything: () => void }): ReactNode {
  const { chosen, onShowEverything } = props;
  const syncing = useWindowState(isSyncing);
  const { search, ...others } = chosen;
  const isFiltered = Object.keys(others).length > 0;
  if (search === undefined && !isFiltered)
    return <p className="empty list-empty">{syncing ? words.firstOnTheirWay : words.noneYet}</p>;
  return (
    <div className="empty list-empty">
      <p>{search === undefined || isFiltered ? words.nothingFits : words.nothingContains(search)}</p>
      <button type="button" className="button" onClick={onShowEverything}>
        {words.showEverything}
      </button>
    </div>
  );
}
