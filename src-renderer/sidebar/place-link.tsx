import type { ReactNode } from 'react';
import { isSamePlace, type WindowPlace } from '../state/window-place.ts';
import { useWindow, useWindowState } from '../state/window-context.ts';

/** A row of the sidebar that leads somewhere, and says when the window is there. */
export function PlaceLink({ to, children }: { to: WindowPlace; children: ReactNode }): ReactNode {
  const { store } = useWindow();
  const isHere = useWindowState((state) => isSamePlace(state.place, to));
  return (
    <button
      type="button"
      className="place-link"
      aria-current={isHere ? 'page' : undefined}
      onClick={() => store.open(to)}
    >
      {children}
    </button>
  );
}
