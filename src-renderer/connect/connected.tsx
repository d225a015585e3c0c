import { useMemo, type ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { Balance } from '../parts/money.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { connectWords as words } from '../words/words.ts';

/** It worked: what was found, while the first sync already runs above. */
export function Connected({ connectionId, jobId }: { connectionId: string; jobId: string }): ReactNode {
  const { store } = useWindow();
  const all = useWindowState((state) => state.app?.accounts);
  const name = useWindowState(
    (state) => state.app?.connections.find(({ id }) => id === connectionId)?.provider_name,
  );
  const accounts = useMemo(
    () => all?.filter((account) => account.connection_id === connectionId) ?? [],
    [all, connectionId],
  );
  return (
    <>
      <PageHead title={words.connected(name)} under={words.connectedUnder} />
      <section className="card" aria-labelledby="accounts-found">
        <h2 id="accounts-found">{accounts.length === 0 ? words.looking : words.found(accounts.length)}</h2>
        {accounts.length === 0 ? (
          <p className="quiet">{words.asking}</p>
        ) : (
          <ul className="found">
            {accounts.map((account) => (
              <li key={account.account_id}>
                <Icon name="check" />
                <span className="found-name">{account.display_name}</span>
                <span className="quiet">{words.kinds[account.kind]}</span>
                <Balance account={account} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <button
        type="button"
        className="button button-main"
        onClick={() => {
          store.welcomed(jobId);
          store.open({ kind: 'overview' });
        }}
      >
        {words.toOverview}
      </button>
    </>
  );
}
