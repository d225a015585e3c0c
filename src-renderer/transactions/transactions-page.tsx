import { useMemo, useRef, useState, type ReactNode } from 'react';
import { PageHead } from '../parts/page-head.tsx';
import { useWindowState } from '../state/window-context.ts';
import { AccountHead } from './account-head.tsx';
import { SearchField } from './search-field.tsx';
import { TransactionsTable } from './transactions-table.tsx';
import { useEdition } from './use-edition.ts';
import { useTransactionPages } from './use-transaction-pages.ts';

/** The transactions of one account, or of all when `accountId` is left out. */
export function TransactionsPage({ accountId }: { accountId?: string }): ReactNode {
  const accounts = useWindowState((state) => state.app?.accounts);
  const account = accounts?.find((row) => row.account_id === accountId);
  const [search, setSearch] = useState('');
  const lastTypedMs = useRef(Number.NEGATIVE_INFINITY);
  const { edition, isOld, showNewest } = useEdition(lastTypedMs);
  const pages = useTransactionPages(accountId, search, edition);
  const names = useMemo(
    () => new Map(accounts?.map((row) => [row.account_id, row.display_name])),
    [accounts],
  );
  return (
    <div className="transactions">
      {account === undefined ? (
        <PageHead title={accountId === undefined ? 'All transactions' : 'Account'} />
      ) : (
        <AccountHead account={account} />
      )}
      <div className="toolbar">
        <SearchField
          onSearch={setSearch}
          onTyped={() => {
            lastTypedMs.current = performance.now();
          }}
        />
        {isOld ? (
          <button type="button" className="button" onClick={showNewest}>
            Show new transactions
          </button>
        ) : null}
      </div>
      <TransactionsTable
        pages={pages}
        search={search}
        label={account === undefined ? 'All transactions' : `Transactions of ${account.display_name}`}
        currency={account?.currency ?? null}
        accountNames={accountId === undefined ? names : null}
      />
    </div>
  );
}
