import type { ReactNode } from 'react';
import type { AccountRow } from '#shared/ledger-views.ts';
import { Sparkline } from '../charts/sparkline.tsx';
import { moneyText } from '../format/money-text.ts';
import { Icon } from '../parts/icon.tsx';
import { Balance } from '../parts/money.tsx';
import { useWindow } from '../state/window-context.ts';
import { SyncWishButton } from '../sync/sync-wish-button.tsx';
import { overviewWords as words } from '../words/words.ts';

/** One account or card: leads to its transactions, and can be synced alone while its bank gives consent. */
export function AccountLine(props: {
  account: AccountRow;
  /** Of the last days, oldest first. */
  balances: readonly (number | null)[];
  canSync: boolean;
}): ReactNode {
  const { account, balances, canSync } = props;
  const { account_id: accountId, display_name: name, kind, currency, available_minor: available } = account;
  const { store } = useWindow();
  return (
    <li className="account-line">
      <button type="button" className="link" onClick={() => store.open({ kind: 'account', accountId })}>
        {name}
      </button>
      <span className="quiet account-line-kind">{kind === 'card' ? words.card : words.account}</span>
      <Sparkline values={balances} text={sparklineText(balances, currency)} />
      <span className="quiet account-line-available">
        {available === null ? '' : words.available(moneyText({ amountMinor: available, currency }))}
      </span>
      <span className="account-line-balance">
        <Balance account={account} />
      </span>
      <SyncWishButton
        wish={{ accountId }}
        label={words.syncNamed(name)}
        className="button button-quiet"
        isOff={!canSync}
      >
        <Icon name="sync" />
      </SyncWishButton>
    </li>
  );
}

/** What the line beside it shows, for those who do not see it. */
function sparklineText(balances: readonly (number | null)[], currency: string): string {
  const known = balances.filter((balance) => balance !== null);
  const money = (amountMinor: number): string => moneyText({ amountMinor, currency });
  return known.length === 0
    ? ''
    : words.sparkline(balances.length, money(Math.min(...known)), money(Math.max(...known)));
}
