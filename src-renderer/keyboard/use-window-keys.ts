import { useEffect, useState } from 'react';
import { assertNever } from '#shared/assert-never.ts';
import { useWindow } from '../state/window-context.ts';
import { isMac } from './command-key.ts';
import { windowWish } from './window-wish.ts';

/** Buttons of a mouse that browsers go back and forth with (UI Events, `MouseEvent.button`). */
const backButton = 3;
const forwardButton = 4;

/**
 * The keys that work everywhere, and the mouse's back and forward. Nothing leads out of a dialog. `hasPlaces`: there
 * is a bank, so there are places to go to. Answers whether the sheet of keys is asked for, and closes it.
 */
export function useWindowKeys(hasPlaces: boolean): readonly [showsSheet: boolean, close: () => void] {
  const { store } = useWindow();
  const [showsSheet, setShowsSheet] = useState(false);
  useEffect(() => {
    const isModal = (): boolean => document.querySelector('dialog[open]') !== null;
    const onKey = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
      const wish = event.defaultPrevented || isModal() ? null : windowWish(toKey(event, isTyping), isMac);
      if (wish === null || (wish.kind !== 'help' && !hasPlaces)) return;
      event.preventDefault();
      switch (wish.kind) {
        case 'open':
          return store.open(wish.place);
        case 'back':
          return store.goBack();
        case 'forward':
          return store.goForward();
        case 'help':
          return setShowsSheet(true);
        default:
          return assertNever(wish);
      }
    };
    const onMouse = ({ button }: MouseEvent): void => {
      if (!hasPlaces || isModal()) return;
      if (button === backButton) store.goBack();
      if (button === forwardButton) store.goForward();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('mouseup', onMouse);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('mouseup', onMouse);
    };
  }, [store, hasPlaces]);
  return [showsSheet, () => setShowsSheet(false)];
}

const toKey = (event: KeyboardEvent, isTyping: boolean): Parameters<typeof windowWish>[0] => ({
  key: event.key,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  altKey: event.altKey,
  shiftKey: event.shiftKey,
  isTyping,
});
