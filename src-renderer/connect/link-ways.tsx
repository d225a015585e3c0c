import { useState, type ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import { connectWords as words } from '../words/words.ts';

/** For a tab that was closed, another browser, or none that could be opened. Main has the link; the window never does. */
export function LinkWays({ browserOpened }: { browserOpened: boolean }): ReactNode {
  const { store } = useWindow();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await store.act('connect.link', { way: 'copy' });
    setCopied(store.get().notice === null);
  };
  return (
    <>
      {browserOpened ? null : (
        <p className="notice notice-bad" role="alert">
          <Icon name="warning" />
          {words.notOpened}
        </p>
      )}
      <p className="notice-ways">
        <button
          type="button"
          className={browserOpened ? 'button' : 'button button-main'}
          onClick={() => void store.act('connect.link', { way: 'open' })}
        >
          <Icon name="link" />
          {words.openAgain}
        </button>
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name={isCopied ? 'check' : 'copy'} />
          <span aria-live="polite">{isCopied ? words.linkCopied : words.copyLink}</span>
        </button>
      </p>
    </>
  );
}
