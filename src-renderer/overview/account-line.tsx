import type { ReactNode } from 'react';
import type { AccountRow } from '#shared/ledger-views.ts';
import { moneyText } from '../format/money-text.ts';
import { Icon } from '../parts/icon.tsx';
import { Balance } from '../parts/money.tsx';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { isSyncing } from '../state/window-state.ts';

/** One account or card: leads to its transactions, and can be synced alone while its bank gives consent. */
export function AccountLine({ account, canSync }: { account: AccountRow; canSync: boolean }): ReactNode {
  const { account_id: accountId, display_name: name, kind, currency, available_minor: available } = account;
  const { store } = useWindow();
  const syncing = useWindowState(isSyncing);
  return (
    <li className="account-line">
      <button type="button" className="link" onClick={() => store.open({ kind: 'account', accountId })}>
        {name}
      </button>
      <span className="quiet account-line-kind">{kind === 'card' ? 'Card' : 'Account'}</span>
      <span className="quiet account-line-available">
        {available === null ? '' : `${moneyText({ amountMinor: available, currency })} available`}
      </span>
      <span className="account-line-balance">
        <Balance account={account} />
        {kind === 'card' && (account.balance_minor ?? 0) > 0 ? <span className="quiet"> owed</span> : null}
      </span>
      <button
        type="button"
        className="button button-quiet"
        aria-label={`Sync ${name}`}
        title={`Sync ${name}`}
        disabled={syncing || !canSync}
        onClick={() => void store.act('sync.start', { accountId })}
      >
        <Icon name="sync" />
      </button>
    </li>
  );
}
