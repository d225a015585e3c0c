import { useState, type ReactNode } from 'react';
import { assertNever } from '#shared/assert-never.ts';
import { Icon } from '../parts/icon.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { ConnectFailed } from './connect-failed.tsx';
import { Connected } from './connected.tsx';
import { CredentialsPage } from './credentials-page.tsx';
import type { CredentialsDraft } from './credentials-draft.ts';
import { usualRedirectUri, type CredentialsDoor } from './door.ts';
import { Doors } from './doors.tsx';
import { WaitingForConsent } from './waiting-for-consent.tsx';
import { connectWords as words } from '../words/words.ts';

/** From choosing a bank to having it connected. Main knows where that stands; the page only knows which form is open. */
export function ConnectPage(): ReactNode {
  const { store } = useWindow();
  const connect = useWindowState((state) => state.app?.connect);
  const welcomed = useWindowState((state) => state.welcomedJobId);
  const isFirst = useWindowState((state) => state.app?.connections.length === 0);
  const secretsIn = useWindowState((state) => state.app?.secretsIn ?? 'nowhere');
  const [form, setForm] = useState<CredentialsDoor | null>(null);
  const [draft, setDraft] = useState<CredentialsDraft>({ clientId: '', redirectUri: usualRedirectUri });
  if (connect === undefined) return null;

  const closeForm = (): void => setForm(null);
  const giveUp = (): void => {
    closeForm();
    void store.act('connect.cancel', null);
  };
  const choice = (
    <>
      <PageHead
        title={isFirst ? words.welcome : words.another}
        under={isFirst ? words.welcomeUnder : words.anotherUnder}
      />
      <Doors
        onCredentials={(door) => {
          store.open({ kind: 'connect' });
          setForm(door);
        }}
      />
      <p className="promise">
        <Icon name={secretsIn === 'keychain' ? 'check' : 'warning'} />
        {words.promise(secretsIn)}
      </p>
    </>
  );
  const credentials = (door: CredentialsDoor): ReactNode => (
    <CredentialsPage door={door} draft={draft} onDraft={setDraft} onBack={giveUp} />
  );

  switch (connect.kind) {
    case 'idle':
      return form === null ? choice : credentials(form);
    case 'starting':
      return (
        <>
          <PageHead title={words.connecting(connect.door)} />
          <p className="quiet" role="status">
            <Icon name="sync" spins /> {words.oneMoment}
          </p>
        </>
      );
    case 'waiting-for-consent':
      return <WaitingForConsent {...connect} />;
    case 'connected':
      if (welcomed !== connect.jobId) return <Connected {...connect} />;
      return form === null ? choice : credentials(form);
    case 'failed':
      return (
        <ConnectFailedOrForm
          key={JSON.stringify(connect.failure)}
          failed={connect}
          draft={draft}
          onDraft={setDraft}
          onGiveUp={giveUp}
        />
      );
    default:
      return assertNever(connect);
  }
}

type FailedProps = {
  readonly failed: Parameters<typeof ConnectFailed>[0]['failed'];
  readonly draft: CredentialsDraft;
  readonly onDraft: (draft: CredentialsDraft) => void;
  readonly onGiveUp: () => void;
};

/** The failure, until the user chooses to edit. */
function ConnectFailedOrForm({ failed, draft, onDraft, onGiveUp }: FailedProps): ReactNode {
  const [editing, setEditing] = useState<CredentialsDoor | null>(null);
  if (editing !== null)
    return <CredentialsPage door={editing} draft={draft} onDraft={onDraft} onBack={onGiveUp} />;
  return (
    <ConnectFailed
      failed={failed}
      draft={draft}
      onEdit={(door, next) => {
        onDraft(next);
        setEditing(door);
      }}
      onGiveUp={onGiveUp}
    />
  );
}
