import { useId, useState, type ReactNode } from 'react';
import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import type { AccountRow } from '#shared/ledger-views.ts';
import { Icon } from '../parts/icon.tsx';
import { HealthLine } from '../sidebar/health-line.tsx';
import { useWindow } from '../state/window-context.ts';
import { SyncWishButton } from '../sync/sync-wish-button.tsx';
import { overviewWords as words } from '../words/words.ts';
import { AccountLine } from './account-line.tsx';
import { ConsentLine } from './consent-line.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';

/** One bank: state, consent, accounts, and what can be done about it. */
export function ConnectionCard(props: {
  connection: ConnectionStatus;
  accounts: readonly AccountRow[];
  /** Balances of the last days by account. */
  sparklines: ReadonlyMap<string, readonly (number | null)[]>;
}): ReactNode {
  const { connection, accounts } = props;
  const { id, provider_name: name, health, state } = connection;
  const { store } = useWindow();
  const sentence = words.connection(connection, store.nowMs());
  const titleId = useId();
  const [disconnecting, setDisconnecting] = useState(false);
  const needsConsent = health === 'reconnect-needed' || health === 'revoked';
  // One account that the bank denies asks for a reconnect; the others can be synced all the same.
  const canSync = state === 'active';
  const isBad = needsConsent || health === 'failed' || health === 'rate-limited';
  const reconnect = (): void => {
    store.open({ kind: 'connect' });
    void store.act('connection.reconnect', { connectionId: id });
  };
  return (
    <section className="card connection" aria-labelledby={titleId}>
      <header className="connection-head">
        <div className="connection-title">
          <h2 id={titleId}>{name}</h2>
          <p className="connection-state">
            <HealthLine connection={connection} />
            <ConsentLine connection={connection} />
          </p>
        </div>
        <div className="connection-ways">
          {!canSync ? null : (
            <SyncWishButton wish={{ connectionId: id }} label={words.syncNamed(name)}>
              <Icon name="sync" />
              {words.sync}
            </SyncWishButton>
          )}
          <button
            type="button"
            className={needsConsent ? 'button button-main' : 'button'}
            aria-label={words.reconnectNamed(name)}
            onClick={reconnect}
          >
            {words.reconnectButton}
          </button>
          {health === 'revoked' ? null : (
            <button
              type="button"
              className="button button-quiet"
              aria-label={words.disconnectNamed(name)}
              onClick={() => setDisconnecting(true)}
            >
              {words.disconnect}
            </button>
          )}
        </div>
      </header>
      {sentence === null ? null : (
        <p className={isBad ? 'connection-sentence connection-sentence-bad' : 'connection-sentence'}>
          <Icon name={isBad ? 'warning' : 'clock'} />
          {sentence}
        </p>
      )}
      {accounts.length === 0 ? (
        <p className="quiet">{words.noAccounts}</p>
      ) : (
        <ul className="account-lines">
          {accounts.map((account) => (
            <AccountLine
              key={account.account_id}
              account={account}
              balances={props.sparklines.get(account.account_id) ?? []}
              canSync={canSync}
            />
          ))}
        </ul>
      )}
      {disconnecting ? (
        <DisconnectDialog connection={connection} onClose={() => setDisconnecting(false)} />
      ) : null}
    </section>
  );
}
