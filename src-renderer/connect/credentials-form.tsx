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
import { credentialsWords as words } from '../words/words.ts';

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
        label={words.clientId}
        value={draft.clientId}
        problem={problems.clientId}
        hint={doubt ?? undefined}
        onChange={(clientId) => onDraft({ ...draft, clientId })}
      />
      <TextField
        label={words.clientSecret}
        inputRef={secret}
        type="password"
        problem={problems.clientSecret}
        hint={words.clientSecretHint}
      />
      <TextField
        label={words.redirectUri}
        value={draft.redirectUri}
        problem={problems.redirectUri}
        hint={words.redirectUriHint}
        onChange={(redirectUri) => onDraft({ ...draft, redirectUri })}
      />
      {noKeychain ? (
        <label className="check">
          <input type="checkbox" checked={inMemory} onChange={(event) => setInMemory(event.target.checked)} />
          <span>{words.inMemory}</span>
        </label>
      ) : null}
      <button type="submit" className="button button-main">
        {words.connect}
      </button>
    </form>
  );
}
