import type { ReactNode } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { MarkedText } from '../parts/marked-text.tsx';
import { useWindow } from '../state/window-context.ts';
import type { CredentialsDoor } from './door.ts';
import { credentialsWords as words } from '../words/words.ts';

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
        <p>{words.signUp}</p>
        <button type="button" className="button" onClick={() => show('truelayer-console')}>
          <Icon name="link" />
          {words.openConsole}
        </button>
      </li>
      <li>
        <p>
          <MarkedText text={words.switchTo[door]} />
        </p>
      </li>
      <li>
        <p>
          <MarkedText text={words.addUri} />
        </p>
        <p className="copy-line">
          <code>{redirectUri}</code>
          <CopyButton text={redirectUri} label={words.copyUri} />
        </p>
      </li>
      <li>
        <p>
          {words.copySecret}{' '}
          <button type="button" className="link" onClick={() => show('truelayer-docs')}>
            {words.guide}
          </button>
        </p>
      </li>
    </ol>
  );
}
