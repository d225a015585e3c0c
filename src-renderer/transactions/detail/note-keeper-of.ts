import type { Bridge } from '#shared/ipc/bridge.ts';
import { leavingOf } from '../../state/leaving.ts';
import { createNoteKeeper, type NoteKeeper } from './note-keeper.ts';

const keepers = new WeakMap<Bridge, NoteKeeper>();

/** The window's one keeper: it outlives every page, and saves what waits before the window goes. */
export function noteKeeperOf(bridge: Bridge): NoteKeeper {
  const known = keepers.get(bridge);
  if (known !== undefined) return known;
  const keeper = createNoteKeeper(bridge.call, (act, ms) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  });
  keepers.set(bridge, keeper);
  leavingOf(bridge).before(keeper.saveAll);
  return keeper;
}
