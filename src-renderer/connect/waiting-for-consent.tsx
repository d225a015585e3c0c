import { useRef, type ReactNode, type SyntheticEvent } from 'react';
import { countdownText } from '../format/countdown-text.ts';
import { PageHead } from '../parts/page-head.tsx';
import { useNow } from '../state/use-now.ts';
import { useWindow } from '../state/window-context.ts';
import type { Door } from './door.ts';
import { LinkWays } from './link-ways.tsx';
import { TextField } from './text-field.tsx';
import { connectWords as words } from '../words/words.ts';

/** The user is at the bank, in the browser: how long Passbook waits, and the way for a page that cannot come back. */
export function WaitingForConsent(props: {
  door: Door;
  untilIso: string;
  canPaste: boolean;
  browserOpened?: boolean | undefined;
}): ReactNode {
  const { store } = useWindow();
  const isOpen = props.browserOpened !== false;
  return (
    <>
      <PageHead title={words.waiting} />
      <div className="card waiting">
        {isOpen ? <p>{words.opened(props.door)}</p> : null}
        <Countdown untilIso={props.untilIso} />
        <LinkWays browserOpened={isOpen} />
        <button type="button" className="button" onClick={() => void store.act('connect.cancel', null)}>
          {words.cancel}
        </button>
        {props.canPaste ? <PasteCode /> : null}
      </div>
    </>
  );
}

function Countdown({ untilIso }: { untilIso: string }): ReactNode {
  const leftMs = Date.parse(untilIso) - useNow(1000);
  return (
    <div className="countdown-line">
      <p className="countdown" role="timer" aria-label={words.timeLeft}>
        {countdownText(leftMs)}
      </p>
      <span className="quiet" aria-hidden="true">
        {words.timeLeft}
      </span>
    </div>
  );
}

function PasteCode(): ReactNode {
  const { store } = useWindow();
  const input = useRef<HTMLInputElement>(null);
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const text = input.current?.value.trim() ?? '';
    if (text === '') return;
    if (input.current !== null) input.current.value = '';
    void store.act('connect.paste', { text });
  };
  return (
    <details className="paste">
      <summary>{words.paste}</summary>
      <form className="form" onSubmit={send}>
        <TextField label={words.code} inputRef={input} hint={words.codeHint} />
        <button type="submit" className="button">
          {words.useCode}
        </button>
      </form>
    </details>
  );
}
