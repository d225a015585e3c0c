import { useState, type ReactNode } from 'react';
import type { AccountRow } from '#shared/ledger-views.ts';
import { nearInstantText } from '../format/day-text.ts';
import { moneyText } from '../format/money-text.ts';
import { Icon } from '../parts/icon.tsx';
import { Balance } from '../parts/money.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { isSyncing } from '../state/window-state.ts';
import { DateRangeDialog } from '../sync/date-range-dialog.tsx';

/** An account's name, what it holds, and its own sync. */
export function AccountHead({ account }: { account: AccountRow }): ReactNode {
  const { store } = useWindow();
  const syncing = useWindowState(isSyncing);
  const [choosing, setChoosing] = useState(false);
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
            {kind === 'card' ? ' owed' : ''}
            {available === null ? '' : ` · ${moneyText({ amountMinor: available, currency })} available`}
            {balanceAt === null ? '' : ` · as of ${nearInstantText(balanceAt, store.nowMs())}`}
          </>
        }
      >
        <button
          type="button"
          className="button"
          disabled={syncing}
          onClick={() => void store.act('sync.start', { accountId: id })}
        >
          <Icon name="sync" />
          Sync this {kind}
        </button>
        <button
          type="button"
          className="button"
          aria-label="Sync chosen days of this account"
          aria-haspopup="dialog"
          title="Sync chosen days"
          disabled={syncing}
          onClick={() => setChoosing(true)}
        >
          <Icon name="calendar" />
        </button>
      </PageHead>
      {choosing ? <DateRangeDialog account={{ id, name }} onClose={() => setChoosing(false)} /> : null}
    </>
  );
}
