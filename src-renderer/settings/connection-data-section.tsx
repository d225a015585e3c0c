import { useState, type ReactNode } from 'react';
import type { AppState, ConnectionStatus } from '#shared/ipc/app-state.ts';
import { forgetWords as words } from '../words/words.ts';
import { ForgetDialog } from './forget-dialog.tsx';
import { SettingGroup } from './setting.tsx';

/** What each bank has in the ledger, and the way to have it deleted. */
export function ConnectionDataSection({ app }: { app: AppState }): ReactNode {
  // As it was when asked about: by the end of it the connection is gone.
  const [chosen, setChosen] = useState<ConnectionStatus | null>(null);
  const accountsOf = (id: string): string =>
    app.accounts
      .filter(({ connection_id: connectionId }) => connectionId === id)
      .map(({ display_name: name }) => name)
      .join(', ');
  return (
    <SettingGroup title={words.title}>
      <p className="quiet">{app.connections.length === 0 ? words.none : words.under}</p>
      {app.connections.map((connection) => (
        <div key={connection.id} className="setting">
          <div className="setting-words">
            <p>{connection.provider_name}</p>
            <p className="quiet">{accountsOf(connection.id) || words.noAccounts}</p>
          </div>
          <button
            type="button"
            className="button"
            aria-label={words.deleteOf(connection.provider_name)}
            onClick={() => setChosen(connection)}
          >
            {words.delete}
          </button>
        </div>
      ))}
      {chosen === null ? null : <ForgetDialog connection={chosen} onClose={() => setChosen(null)} />}
    </SettingGroup>
  );
}
