import { useId, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useWindow, useWindowState } from '../state/window-context.ts';
import {
  checkWish,
  environmentDoubt,
  type CredentialsDraft,
  type FieldProblems,
} from './credentials-draft.ts';
import type { CredentialsDoor } from './door.ts';
import { TextField } from './text-field.tsx';

/**
 * Client id, secret, redirect URI. The secret is read from its input at the moment it is sent and wiped from there: no
 * state of the window ever holds it.
 */
export function CredentialsForm(props: {
  door: CredentialsDoor;
  draft: CredentialsDraft;
  onDraft: (draft: CredentialsDraft) => void;
}): ReactNode {
  const { door, draft, onDraft } = props;
  const { store } = useWindow();
  const noKeychain = useWindowState((state) => state.app?.secretsIn === 'nowhere');
  const secret = useRef<HTMLInputElement>(null);
  const formId = useId();
  const [problems, setProblems] = useState<FieldProblems>({});
  const [inMemory, setInMemory] = useState(false);
  const doubt = environmentDoubt(door, draft.clientId);

  const connect = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const checked = checkWish({
      ...draft,
      environment: door,
      clientSecret: secret.current?.value ?? '',
      keepIn: inMemory ? 'memory' : 'keychain',
    });
    if ('problems' in checked) {
      setProblems(checked.problems);
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setProblems({});
    if (secret.current !== null) secret.current.value = '';
    await store.act('connect.begin', checked.wish);
  };

  return (
    <form
      id={formId}
      className="form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => void connect(event)}
    >
      <TextField
        label="Client id"
        value={draft.clientId}
        problem={problems.clientId}
        hint={doubt ?? undefined}
        onChange={(clientId) => onDraft({ ...draft, clientId })}
      />
      <TextField
        label="Client secret"
        inputRef={secret}
        type="password"
        problem={problems.clientSecret}
        hint="Goes straight into your system's keychain; this window forgets it at once."
      />
      <TextField
        label="Redirect URI"
        value={draft.redirectUri}
        problem={problems.redirectUri}
        hint="Only change it together with the one in the Console."
        onChange={(redirectUri) => onDraft({ ...draft, redirectUri })}
      />
      {noKeychain ? (
        <label className="check">
          <input type="checkbox" checked={inMemory} onChange={(event) => setInMemory(event.target.checked)} />
          <span>
            There is no keychain on this system. Keep the connection until Passbook is closed, and connect
            again next time.
          </span>
        </label>
      ) : null}
      <button type="submit" className="button button-main">
        Connect
      </button>
    </form>
  );
}
