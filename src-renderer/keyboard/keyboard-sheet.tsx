import type { ReactNode } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { keyboardWords as words } from '../words/words.ts';
import { KeyList } from './key-list.tsx';

/** All keys at a glance, over whatever is shown; `?` opens it, Escape closes it. */
export const KeyboardSheet = ({ onClose }: { onClose: () => void }): ReactNode => (
  <Dialog title={words.title} className="dialog keyboard-sheet" onClose={onClose}>
    <button
      type="button"
      className="button button-quiet keyboard-sheet-close"
      aria-label={words.close}
      onClick={onClose}
    >
      <Icon name="cross" />
    </button>
    <KeyList />
  </Dialog>
);
