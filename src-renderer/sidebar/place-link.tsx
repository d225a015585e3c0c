import type { ReactNode } from 'react';
import { commandKey } from '../keyboard/command-key.ts';
import { placesByDigit } from '../keyboard/window-wish.ts';
import { isSamePlace, type WindowPlace } from '../state/window-place.ts';
import { useWindow, useWindowState } from '../state/window-context.ts';

/** A row of the sidebar that leads somewhere, and says when the window is there; on hover the key that leads there. */
export function PlaceLink({ to, children }: { to: WindowPlace; children: ReactNode }): ReactNode {
  const { store } = useWindow();
  const digit = placesByDigit.findIndex((place) => isSamePlace(place, to)) + 1;
  const isHere = useWindowState((state) => isSamePlace(state.place, to));
  return (
    <button
      type="button"
      className="place-link"
      aria-current={isHere ? 'page' : undefined}
      title={digit === 0 ? undefined : `${commandKey} ${String(digit)}`}
      onClick={() => store.open(to)}
    >
      {children}
    </button>
  );
}
