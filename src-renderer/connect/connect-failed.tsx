import type { ReactNode } from 'react';
import type { ConnectState } from '#shared/ipc/connect-state.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWindow } from '../state/window-context.ts';
import type { CredentialsDraft } from './credentials-draft.ts';
import { withPort, type CredentialsDoor } from './door.ts';
import { RenewForm } from './renew-form.tsx';
import { waysOutOf, type WayOut } from './ways-out.ts';
import { connectWords as words } from '../words/words.ts';

type Failed = Extract<ConnectState, { kind: 'failed' }>;

/** Why it did not work, and a button for each way out, the best one first. */
export function ConnectFailed(props: {
  failed: Failed;
  draft: CredentialsDraft;
  onEdit: (door: CredentialsDoor, draft: CredentialsDraft) => void;
  onGiveUp: () => void;
}): ReactNode {
  const { failed, onEdit, onGiveUp } = props;
  const { store } = useWindow();
  const { door, failure, freePort, tried } = failed;
  // Main knows what was tried, also when this window was opened after it; a form that is half filled in is the user's.
  const draft = props.draft.clientId === '' && tried !== undefined ? tried : props.draft;
  const { redirectUri } = tried ?? draft;
  const renewed = tried?.renews ?? null;
  const lacksSecret = failure.kind === 'reconnect-needed' && failure.cause === 'no-token';
  const missing = lacksSecret && renewed !== null ? words.lacksSecret(renewed.name) : null;
  const freeUri = freePort === null ? redirectUri : withPort(redirectUri, freePort);

  const edit = (at: CredentialsDoor, uri: string): void =>
    onEdit(at, { clientId: draft.clientId, redirectUri: uri });
  const again = (change: { redirectUri?: string; keepIn?: 'memory' }): void => {
    if (door === 'demo' && renewed === null) void store.act('connect.demo', null);
    else if (failed.canRetry === true || door === 'demo') void store.act('connect.retry', change);
    // Main no longer has the secret, so the form asks for it; what else was typed is still there.
    else edit(door, change.redirectUri ?? redirectUri);
  };
  const take = (way: WayOut): void => {
    if (way === 'console') void store.act('link.open', { page: 'truelayer-console' });
    else if (way === 'use-free-port') again({ redirectUri: freeUri });
    else if (way === 'this-run-only') again({ keepIn: 'memory' });
    else if (way === 'edit' && door !== 'demo') edit(door, redirectUri);
    else again({});
  };
  const wayNames: Readonly<Record<WayOut, string>> = {
    again: failure.kind === 'wrong-state' ? words.startAgain : words.tryAgain,
    edit: words.edit,
    'use-free-port': words.usePort(freePort),
    'this-run-only': words.thisRunOnly,
    console: words.openConsole,
  };
  const all = waysOutOf(failure.kind, freePort);
  // Of a connection that is known, the form asks for what it lacks, and is here already.
  const asks = renewed !== null && tried !== undefined && all.includes('edit') ? tried : null;
  const ways = all.filter((way) =>
    way === 'console' ? door !== 'demo' : way === 'edit' ? asks === null : true,
  );
  const buttons = (
    <>
      {ways.map((way, at) => (
        <button
          key={way}
          type="button"
          className={at === 0 && asks === null ? 'button button-main' : 'button'}
          onClick={() => take(way)}
        >
          {wayNames[way]}
        </button>
      ))}
      <button type="button" className="button" onClick={onGiveUp}>
        {words.backToChoice}
      </button>
    </>
  );

  return (
    <>
      <PageHead
        title={renewed === null ? words.couldNotConnect(door) : words.couldNotReconnect(renewed.name)}
      />
      {missing === null ? <FailureNotice failure={failure}>{buttons}</FailureNotice> : null}
      {asks === null ? null : <RenewForm tried={asks} cause={failure.kind} why={missing} />}
      {missing === null ? null : <div className="notice-ways">{buttons}</div>}
      {failure.kind === 'redirect-port-taken' && freePort !== null ? (
        <div className="card">
          <p>{words.registerFirst}</p>
          <p className="copy-line">
            <code>{freeUri}</code>
            <CopyButton text={freeUri} label={words.copyNewUri} />
          </p>
        </div>
      ) : null}
    </>
  );
}
