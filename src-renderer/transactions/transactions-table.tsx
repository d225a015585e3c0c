import { useState, type ReactNode } from 'react';
import { countOf } from '../format/count-text.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { useStore } from '../state/use-store.ts';
import { useWindowState } from '../state/window-context.ts';
import { isSyncing } from '../state/window-state.ts';
import { TransactionGrid } from './transaction-grid.tsx';
import type { TransactionPages } from './transaction-pages.ts';

interface TableProps {
  readonly pages: TransactionPages | null;
  readonly search: string;
  readonly label: string;
  readonly currency: string | null;
  readonly accountNames: ReadonlyMap<string, string> | null;
}

/** The table, or the sentence that stands in its place. */
export function TransactionsTable(props: TableProps): ReactNode {
  if (props.pages === null) return <p className="empty" />;
  // A new search begins at its top with nothing selected.
  return <LoadedTable key={props.pages.query.search ?? ''} {...props} pages={props.pages} />;
}

function LoadedTable(props: TableProps & { readonly pages: TransactionPages }): ReactNode {
  const { pages, search, label, currency, accountNames } = props;
  const { total, failure } = useStore(pages, (snapshot) => snapshot);
  const syncing = useWindowState(isSyncing);
  const [selected, setSelected] = useState<number | null>(null);
  const inRange = selected === null || total === null ? selected : Math.min(selected, total - 1);
  return (
    <>
      <p className="unseen" role="status">
        {search === '' || total === null ? '' : `${countOf(total, 'transaction')} found`}
      </p>
      {failure === null ? null : (
        <FailureNotice failure={failure}>
          <button type="button" className="button" onClick={pages.retry}>
            Try again
          </button>
        </FailureNotice>
      )}
      {total === 0 ? (
        <p className="empty">{emptyWords(search, syncing)}</p>
      ) : (
        <TransactionGrid
          pages={pages}
          label={label}
          currency={currency}
          accountNames={accountNames}
          selected={inRange}
          onSelect={setSelected}
        />
      )}
      <p className="table-foot">{total === null || total === 0 ? '' : countOf(total, 'transaction')}</p>
    </>
  );
}

function emptyWords(search: string, syncing: boolean): string {
  if (search !== '') return `Nothing here contains "${search}".`;
  return syncing
    ? 'The first transactions are on their way.'
    : 'No transactions yet. Press Sync to fetch them.';
}
