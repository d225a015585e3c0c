import type { ReactNode } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import type { CredentialsDoor } from './door.ts';

/** What to do in TrueLayer's Console before the form can be filled in. */
export function ConsoleSteps({
  door,
  redirectUri,
}: {
  door: CredentialsDoor;
  redirectUri: string;
}): ReactNode {
  const { store } = useWindow();
  const show = (page: 'truelayer-console' | 'truelayer-docs'): void => void store.act('link.open', { page });
  return (
    <ol className="steps">
      <li>
        <p>
          Open the TrueLayer Console and sign up, or sign in. Create an application if there is none; its name
          is what your bank will show.
        </p>
        <button type="button" className="button" onClick={() => show('truelayer-console')}>
          <Icon name="link" />
          Open the Console
        </button>
      </li>
      <li>
        {door === 'sandbox' ? (
          <p>
            Switch the Console to <strong>Sandbox</strong>. Its client id begins with <code>sandbox-</code>.
          </p>
        ) : (
          <p>
            Switch the Console to <strong>Live</strong>. If it says that live access is not yet active, ask
            for it there first; for your own accounts that is self-service.
          </p>
        )}
      </li>
      <li>
        <p>
          Under <strong>Redirect URIs</strong> add exactly this address. A change takes up to 15 minutes to
          work.
        </p>
        <p className="copy-line">
          <code>{redirectUri}</code>
          <CopyButton text={redirectUri} what="redirect URI" />
        </p>
      </li>
      <li>
        <p>
          Copy the client id and create a client secret. The Console shows a secret once.{' '}
          <button type="button" className="link" onClick={() => show('truelayer-docs')}>
            TrueLayer&rsquo;s guide
          </button>
        </p>
      </li>
    </ol>
  );
}
