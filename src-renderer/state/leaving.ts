import type { Bridge } from '#shared/ipc/bridge.ts';

/** What has to be put away before the window may go: each act stores what its field still holds. */
export interface Leaving {
  /** Returns how to stop being asked. */
  readonly before: (putAway: () => Promise<unknown>) => () => void;
}

const known = new WeakMap<Bridge, Leaving>();

/**
 * The window's one list of them. Main asks before it closes the window or quits, and waits a moment for the answer. A page
 * that is hidden or loaded anew puts away too, in case nobody asks.
 */
export function leavingOf(bridge: Bridge): Leaving {
  const found = known.get(bridge);
  if (found !== undefined) return found;
  const acts = new Set<() => Promise<unknown>>();
  const putAwayAll = (): Promise<unknown> => Promise.allSettled([...acts].map((act) => act()));
  bridge.on('window.leaving', () => {
    void putAwayAll().then(() => bridge.call('window.left', null));
  });
  window.addEventListener('pagehide', () => void putAwayAll());
  document.addEventListener('visibilitychange', () => void putAwayAll());
  const leaving: Leaving = {
    before: (putAway) => {
      acts.add(putAway);
      return () => acts.delete(putAway);
    },
  };
  known.set(bridge, leaving);
  return leaving;
}
