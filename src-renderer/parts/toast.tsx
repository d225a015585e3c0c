import { useEffect, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** Long enough to read the sentence and reach the button. */
const lastsMs = 8000;

/** Something that was done, in a sentence, with a way back while it shows. */
export interface ToastText {
  readonly sentence: string;
  readonly way?: { readonly name: string; readonly act: () => void };
}

/** A sentence at the foot of the page that goes by itself. Drawn always, so that it is read out when it comes. */
export function Toast(props: {
  toast: ToastText | null;
  dismissName: string;
  onGone: () => void;
}): ReactNode {
  const { toast, dismissName, onGone } = props;
  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(onGone, lastsMs);
    return () => clearTimeout(timer);
    // Each toast has its own time.
  }, [toast]);
  return (
    <div className="toast-place" role="status">
      {toast === null ? null : (
        <div className="toast">
          <p>{toast.sentence}</p>
          {toast.way === undefined ? null : (
            <button
              type="button"
              className="link"
              onClick={() => {
                toast.way?.act();
                onGone();
              }}
            >
              {toast.way.name}
            </button>
          )}
          <button type="button" className="button button-quiet" aria-label={dismissName} onClick={onGone}>
            <Icon name="cross" />
          </button>
        </div>
      )}
    </div>
  );
}
