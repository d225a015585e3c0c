import type { ReactNode } from 'react';
import type { AccountRow } from '#shared/ledger-views.ts';
import { moneyText } from '../format/money-text.ts';
import { Icon } from '../parts/icon.tsx';
import { Balance } from '../parts/money.tsx';
import { useWindow } from '../state/window-context.ts';
import { SyncWishButton } from '../sync/sync-wish-button.tsx';

/** One account or card: leads to its transactions, and can be synced alone while its bank gives consent. */
export function AccountLine({ account, canSync }: { account: AccountRow; canSync: boolean }): ReactNode {
  const { account_id: accountId, display_name: name, kind, currency, available_minor: available } = account;
  const { store } = useWindow();
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
      <SyncWishButton
        wish={{ accountId }}
        label={`Sync ${name}`}
        className="button button-quiet"
        isOff={!canSync}
      >
        <Icon name="sync" />
      </SyncWishButton>
    </li>
  );
}
