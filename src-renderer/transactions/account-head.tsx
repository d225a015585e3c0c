import type { ReactNode } from 'react';
import type { AccountRow } from '#shared/ledger-views.ts';
import { nearInstantText } from '../format/day-text.ts';
import { moneyText } from '../format/money-text.ts';
import { AccountCoverage } from '../coverage/account-coverage.tsx';
import { Icon } from '../parts/icon.tsx';
import { Balance } from '../parts/money.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWindow } from '../state/window-context.ts';
import { ChosenDaysButton } from '../sync/chosen-days-button.tsx';
import { SyncWishButton } from '../sync/sync-wish-button.tsx';
import { transactionWords as words } from '../words/words.ts';

/** An account's name, what it holds, and its own sync. */
export function AccountHead({ account }: { account: AccountRow }): ReactNode {
  const { store } = useWindow();
  const { account_id: id, display_name: name, kind, currency, balance_at: balanceAt } = account;
  const available = account.available_minor;
  return (
    <>
      <PageHead
        title={name}
        under={
          <>
            <span className="page-balance">
              <Balance account={account} />
            </span>
            {kind === 'card' && (account.balance_minor ?? 0) > 0 ? ` ${words.owed}` : ''}
            {available === null
              ? ''
              : ` \u00b7 ${words.available(moneyText({ amountMinor: available, currency }))}`}
            {balanceAt === null ? '' : ` \u00b7 ${words.asOf(nearInstantText(balanceAt, store.nowMs()))}`}
          </>
        }
      >
        <SyncWishButton wish={{ accountId: id }}>
          <Icon name="sync" />
          {words.syncThis[kind]}
        </SyncWishButton>
        <ChosenDaysButton account={{ id, name }} />
      </PageHead>
      <AccountCoverage account={account} />
    </>
  );
}
