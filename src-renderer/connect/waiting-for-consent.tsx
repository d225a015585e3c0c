import { useRef, type ReactNode, type SyntheticEvent } from 'react';
import { countdownText } from '../format/countdown-text.ts';
import { PageHead } from '../parts/page-head.tsx';
import { useNow } from '../state/use-now.ts';
import { useWindow } from '../state/window-context.ts';
import { doorNames, type Door } from './door.ts';
import { LinkWays } from './link-ways.tsx';
import { TextField } from './text-field.tsx';

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
      <PageHead title="Waiting for the bank in your browser" />
      <div className="card waiting">
        {isOpen ? (
          <p>
            A page of {doorNames[props.door]} has opened in your browser. Choose the accounts there and allow
            access; this window notices by itself.
          </p>
        ) : null}
        <Countdown untilIso={props.untilIso} />
        <LinkWays browserOpened={isOpen} />
        <button type="button" className="button" onClick={() => void store.act('connect.cancel', null)}>
          Cancel
        </button>
        {props.canPaste ? <PasteCode /> : null}
      </div>
    </>
  );
}

function Countdown({ untilIso }: { untilIso: string }): ReactNode {
  const leftMs = Date.parse(untilIso) - useNow(1000);
  return (
    <p className="countdown" role="timer" aria-label="Time left">
      {countdownText(leftMs)}
    </p>
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
      <summary>The page did not come back by itself</summary>
      <form className="form" onSubmit={send}>
        <TextField
          label="Code, or the whole address the page ended at"
          inputRef={input}
          hint="A code works once, for five minutes."
        />
        <button type="submit" className="button">
          Use this code
        </button>
      </form>
    </details>
  );
}
