import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { FailureKind } from '#shared/failure.ts';
import { connectRetrySchema, type ConnectRetry, type ConnectTried } from '#shared/ipc/connect-state.ts';
import { useWindow } from '../state/window-context.ts';
import type { FieldProblems } from './credentials-draft.ts';
import { TextField } from './text-field.tsx';
import { credentialsWords as words } from '../words/words.ts';

/** Failures that another address mends; all others that lead to a form are about the secret. */
const aboutAddress: readonly FailureKind[] = ['redirect-mismatch', 'redirect-uri-unusable'];

/**
 * What a reconnect lacks, and only that: the rest is known from the connection. The secret is read from its input at
 * the moment it is sent and wiped from there: no state of the window ever holds it.
 */
export function RenewForm(props: {
  tried: ConnectTried;
  cause: FailureKind;
  /** Why it is asked for, where nothing above says so. */
  why: string | null;
}): ReactNode {
  const { tried, cause, why } = props;
  const { store } = useWindow();
  const field = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<FieldProblems>({});
  const asksAddress = aboutAddress.includes(cause);

  const send = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const name = asksAddress ? 'redirectUri' : 'clientSecret';
    const change: ConnectRetry = { [name]: field.current?.value.trim() ?? '' };
    const decoded = connectRetrySchema.safeParse(change);
    setProblems(decoded.success ? {} : { [name]: words.problems[name] });
    if (!decoded.success) return field.current?.focus();
    if (field.current !== null && !asksAddress) field.current.value = '';
    await store.act('connect.retry', decoded.data);
  };

  return (
    <form className="form card" noValidate autoComplete="off" onSubmit={(event) => void send(event)}>
      {why === null ? null : <p role="alert">{why}</p>}
      <dl className="facts">
        <div>
          <dt>{words.clientId}</dt>
          <dd>{tried.clientId}</dd>
        </div>
        {asksAddress ? null : (
          <div>
            <dt>{words.redirectUri}</dt>
            <dd>{tried.redirectUri}</dd>
          </div>
        )}
      </dl>
      {asksAddress ? (
        <TextField
          label={words.redirectUri}
          initially={tried.redirectUri}
          inputRef={field}
          problem={problems.redirectUri}
          hint={words.redirectUriHint}
        />
      ) : (
        <TextField
          label={words.clientSecret}
          type="password"
          inputRef={field}
          problem={problems.clientSecret}
          hint={words.newSecretHint}
        />
      )}
      <button type="submit" className="button button-main">
        {words.reconnect}
      </button>
    </form>
  );
}
