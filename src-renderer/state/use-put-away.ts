import { useEffect, useRef } from 'react';
import { leavingOf } from './leaving.ts';
import { useWindow } from './window-context.ts';

/**
 * Stores what a field still holds when it is taken off the page, and before the window goes: a field that goes loses
 * the focus without `blur`. `putAway`: as it is at that moment.
 */
export function usePutAway(putAway: () => Promise<unknown>): void {
  const { bridge } = useWindow();
  const newest = useRef(putAway);
  useEffect(() => {
    newest.current = putAway;
  });
  useEffect(() => {
    const act = (): Promise<unknown> => newest.current();
    const stop = leavingOf(bridge).before(act);
    return () => {
      stop();
      void act();
    };
  }, [bridge]);
}
