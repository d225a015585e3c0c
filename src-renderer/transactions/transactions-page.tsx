import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { TransactionListFilter } from '#shared/transaction-list.ts';
import { PageHead } from '../parts/page-head.tsx';
import { useKept } from '../state/use-kept.ts';
import { useWindowState } from '../state/window-context.ts';
import { transactionWords as words } from '../words/words.ts';
import { AccountHead } from './account-head.tsx';
import { FilterChips } from './filters/filter-chips.tsx';
import { FilterPanel } from './filters/filter-panel.tsx';
import { everything, queryKey, type ListQuery } from './list-query.ts';
import { SearchField } from './search-field.tsx';
import { TransactionList } from './transaction-list.tsx';
import { useEdition } from './use-edition.ts';
import { useTotals } from './use-totals.ts';
import { useTransactionPages } from './use-transaction-pages.ts';

/**
 * The transactions of one account, or of all when `accountId` is left out. `opensWith`: the filter another page leads
 * here with; else the list is as it was left.
 */
export function TransactionsPage(props: {
  accountId?: string;
  opensWith?: TransactionListFilter | undefined;
}): ReactNode {
  const { accountId, opensWith } = props;
  const accounts = useWindowState((state) => state.app?.accounts);
  const account = accounts?.find((row) => row.account_id === accountId);
  const [chosen, setChosen] = useKept(
    `list of ${accountId ?? 'all'}`,
    everything,
    opensWith === undefined ? undefined : { ...everything, filter: opensWith },
  );
  const { filter, sort } = chosen;
  const withPending = useWindowState((state) => state.app?.settings.withPending !== false);
  const query: ListQuery = {
    filter: {
      // Who wants no pending rows sees none, unless they ask for them here.
      ...(withPending ? {} : { status: 'booked' }),
      ...filter,
      ...(accountId === undefined ? {} : { accountIds: [accountId] }),
    },
    sort,
  };
  const lastTypedMs = useRef(Number.NEGATIVE_INFINITY);
  const { edition, isOld, showNewest } = useEdition(lastTypedMs);
  const [ownChanges, setOwnChanges] = useState(0);
  const editionKey = `${String(edition)} ${String(ownChanges)}`;
  const pages = useTransactionPages(query, editionKey);
  const sums = useTotals(pages?.query.filter ?? null, editionKey);
  const names = useMemo(
    () => new Map(accounts?.map((row) => [row.account_id, row.display_name])),
    [accounts],
  );
  const setFilter = (next: TransactionListFilter): void => setChosen({ filter: next, sort });
  const onSearch = (text: string): void => {
    const { search: _, ...others } = filter;
    setFilter(text === '' ? others : { ...others, search: text });
  };
  return (
    <div className="transactions">
      {account === undefined ? (
        <PageHead title={accountId === undefined ? words.all : words.account} />
      ) : (
        <AccountHead account={account} />
      )}
      <div className="toolbar">
        <SearchField
          searched={filter.search ?? ''}
          onSearch={onSearch}
          onTyped={() => {
            lastTypedMs.current = performance.now();
          }}
        />
        <FilterPanel
          filter={filter}
          onFilter={setFilter}
          accounts={accountId === undefined ? (accounts ?? []) : []}
        />
        {isOld ? (
          <button type="button" className="button" onClick={showNewest}>
            {words.showNew}
          </button>
        ) : null}
      </div>
      <FilterChips filter={filter} onFilter={setFilter} accountNames={names} />
      {pages === null ? (
        <p className="empty list-empty list-loading">{words.loadingList}</p>
      ) : (
        <TransactionList
          pages={pages}
          isAsking={queryKey(pages.query) !== queryKey(query)}
          sums={sums}
          chosenFilter={filter}
          label={account === undefined ? words.all : words.ofAccount(account.display_name)}
          currency={account?.currency ?? null}
          accountNames={accountId === undefined ? names : null}
          allAccountNames={names}
          onSort={(next) => setChosen({ filter, sort: next })}
          onShowEverything={() => setChosen(everything)}
          onChanged={() => setOwnChanges((now) => now + 1)}
        />
      )}
    </div>
  );
}
