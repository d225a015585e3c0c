import type { ReactNode } from 'react';
import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import type { AccountRow } from '#shared/ledger-views.ts';
import { Icon } from '../parts/icon.tsx';
import { Balance } from '../parts/money.tsx';
import { completenessWords, exportWords, insightsWords, windowWords as words } from '../words/words.ts';
import { ReviewLink } from '../review/review-link.tsx';
import { useWindowState } from '../state/window-context.ts';
import { SyncButton } from '../sync/sync-button.tsx';
import { HealthLine } from './health-line.tsx';
import { PlaceLink } from './place-link.tsx';

/** Sync at the top, then the connections with their accounts, then the rest of the window. */
export function Sidebar(): ReactNode {
  const connections = useWindowState((state) => state.app?.connections);
  const accounts = useWindowState((state) => state.app?.accounts);
  return (
    <nav className="sidebar" aria-label={words.sidebar}>
      <SyncButton />
      <ul className="place-list">
        <li>
          <PlaceLink to={{ kind: 'overview' }}>
            <Icon name="home" />
            {words.overview}
          </PlaceLink>
        </li>
        <li>
          <PlaceLink to={{ kind: 'all-transactions' }}>
            <Icon name="list" />
            {words.allTransactions}
          </PlaceLink>
        </li>
        <li>
          <ReviewLink />
        </li>
        <li>
          <PlaceLink to={{ kind: 'insights' }}>
            <Icon name="bars" />
            {insightsWords.title}
          </PlaceLink>
        </li>
        <li>
          <PlaceLink to={{ kind: 'activity' }}>
            <Icon name="pulse" />
            {words.activity}
          </PlaceLink>
        </li>
        <li>
          <PlaceLink to={{ kind: 'completeness' }}>
            <Icon name="calendar" />
            {completenessWords.title}
          </PlaceLink>
        </li>
        <li>
          <PlaceLink to={{ kind: 'export' }}>
            <Icon name="out" />
            {exportWords.title}
          </PlaceLink>
        </li>
      </ul>
      <div className="sidebar-connections">
        {connections?.map((connection) => (
          <ConnectionGroup
            key={connection.id}
            connection={connection}
            accounts={accounts?.filter(({ connection_id: id }) => id === connection.id) ?? []}
          />
        ))}
      </div>
      <ul className="place-list sidebar-foot">
        <li>
          <PlaceLink to={{ kind: 'connect' }}>
            <Icon name="plus" />
            {words.connectBank}
          </PlaceLink>
        </li>
        <li>
          <PlaceLink to={{ kind: 'settings' }}>
            <Icon name="gear" />
            {words.settings}
          </PlaceLink>
        </li>
      </ul>
    </nav>
  );
}

function ConnectionGroup(props: {
  connection: ConnectionStatus;
  accounts: readonly AccountRow[];
}): ReactNode {
  const { connection, accounts } = props;
  return (
    <section className="connection-group" aria-label={connection.provider_name}>
      <h2>{connection.provider_name}</h2>
      <HealthLine connection={connection} />
      <ul className="place-list">
        {accounts.map((account) => (
          <li key={account.account_id}>
            <PlaceLink to={{ kind: 'account', accountId: account.account_id }}>
              <span className="place-link-name" title={account.display_name}>
                {account.display_name}
              </span>
              <Balance account={account} />
            </PlaceLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
