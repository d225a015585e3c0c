import type { ReactNode } from 'react';
import type { ConnectState } from '#shared/ipc/connect-state.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWindow } from '../state/window-context.ts';
import { doorNames, withPort, type CredentialsDoor } from './door.ts';
import { waysOutOf, type WayOut } from './ways-out.ts';

type Failed = Extract<ConnectState, { kind: 'failed' }>;

/** Why it did not work, and a button for each way out, the best one first. */
export function ConnectFailed(props: {
  failed: Failed;
  redirectUri: string;
  onEdit: (door: CredentialsDoor, redirectUri: string) => void;
  onGiveUp: () => void;
}): ReactNode {
  const { failed, redirectUri, onEdit, onGiveUp } = props;
  const { store } = useWindow();
  const { door, failure, freePort } = failed;
  const freeUri = freePort === null ? redirectUri : withPort(redirectUri, freePort);

  const again = (change: { redirectUri?: string; keepIn?: 'memory' }): void => {
    if (door === 'demo') void store.act('connect.demo', null);
    else if (failed.canRetry === true) void store.act('connect.retry', change);
    // Main no longer has the secret, so the form asks for it; what else was typed is still there.
    else onEdit(door, change.redirectUri ?? redirectUri);
  };
  const take = (way: WayOut): void => {
    if (way === 'console') void store.act('link.open', { page: 'truelayer-console' });
    else if (way === 'use-free-port') again({ redirectUri: freeUri });
    else if (way === 'this-run-only') again({ keepIn: 'memory' });
    else if (way === 'edit' && door !== 'demo') onEdit(door, redirectUri);
    else again({});
  };
  const words: Readonly<Record<WayOut, string>> = {
    again: failure.kind === 'wrong-state' ? 'Start again' : 'Try again',
    edit: 'Edit the credentials',
    'use-free-port': `Use port ${String(freePort)}`,
    'this-run-only': 'Go on for this run only',
    console: 'Open the Console',
  };
  const ways = waysOutOf(failure.kind, freePort).filter((way) => door !== 'demo' || way !== 'console');

  return (
    <>
      <PageHead title={`Could not connect ${doorNames[door]}`} />
      <FailureNotice failure={failure}>
        {ways.map((way, at) => (
          <button
            key={way}
            type="button"
            className={at === 0 ? 'button button-main' : 'button'}
            onClick={() => take(way)}
          >
            {words[way]}
          </button>
        ))}
        <button type="button" className="button" onClick={onGiveUp}>
          Back to the choice of banks
        </button>
      </FailureNotice>
      {failure.kind === 'redirect-port-taken' && freePort !== null ? (
        <div className="card">
          <p>Register this address in the Console before you use the free port:</p>
          <p className="copy-line">
            <code>{freeUri}</code>
            <CopyButton text={freeUri} what="new redirect URI" />
          </p>
        </div>
      ) : null}
    </>
  );
}
