import type { ReactNode } from 'react';
import type { SyncWish } from '#shared/ipc/sync-wish.ts';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { isSyncing } from '../state/window-state.ts';

/**
 * Starts a sync of something. While one runs it does nothing and says so, but is not `disabled`: a disabled button
 * loses the focus, and whoever pressed it by keyboard would be thrown back to the top of the window.
 */
export function SyncWishButton(props: {
  wish: SyncWish;
  /** When the words in the button do not say of what. */
  label?: string;
  className?: string;
  isOff?: boolean;
  children: ReactNode;
}): ReactNode {
  const { wish, label, className = 'button', isOff = false, children } = props;
  const { store } = useWindow();
  const syncing = useWindowState(isSyncing);
  const isIdle = !syncing && !isOff;
  return (
    <button
      type="button"
      className={className}
      aria-disabled={!isIdle}
      {...(label === undefined ? {} : { 'aria-label': label, title: label })}
      onClick={() => {
        if (isIdle) void store.act('sync.start', wish);
      }}
    >
      {children}
    </button>
  );
}
