import type { Bridge } from '#shared/ipc/bridge.ts';
import type { IpcAnswer, IpcCall, IpcRequest } from '#shared/ipc/ipc-contract.ts';
import { createPlaceTrail } from './place-trail.ts';
import { createStore, type Store } from './store.ts';
import { foldWindow, initialWindowState, type WindowEvent, type WindowState } from './window-state.ts';
import type { WindowPlace } from './window-place.ts';

/** How many jobs the Activity page shows. */
const jobsShown = 50;

/** The window's state and everything that may change it. */
export interface WindowStore extends Store<WindowState> {
  /** The clock main believes in, milliseconds since 1970. */
  readonly nowMs: () => number;
  /** Asks main for something; a failure becomes the notice, and the answer `null`. */
  readonly act: <C extends IpcCall>(name: C, request: IpcRequest<C>) => Promise<IpcAnswer<C> | null>;
  readonly open: (place: WindowPlace) => void;
  /** To the place before this one, or after it; nowhere where there is none. */
  readonly goBack: () => void;
  readonly goForward: () => void;
  readonly loadJobs: () => Promise<void>;
  readonly dismissNotice: () => void;
  readonly dismissEnded: () => void;
  /** The user has seen that the connection of this first sync works. */
  readonly welcomed: (jobId: string) => void;
  /** Rows changed without a sync: what is shown of them is asked anew. */
  readonly rowsChanged: () => void;
  /** Another ledger lies in the place of the former: everything is asked anew. */
  readonly ledgerReplaced: () => void;
  /** Stops listening to main. */
  readonly close: () => void;
}

/** Listens from the first moment, then asks for the state. `clockMs`: this machine's clock. */
export function openWindowStore(bridge: Bridge, clockMs: () => number): WindowStore {
  const store = createStore(initialWindowState);
  const fold = (event: WindowEvent): void => store.set(foldWindow(store.get(), event));
  const change = (part: Partial<WindowState>): void => store.set({ ...store.get(), ...part });
  const trail = createPlaceTrail();
  const go = (place: WindowPlace | null): void => {
    if (place !== null) change({ place, notice: null });
  };
  const open = (place: WindowPlace): void => {
    trail.went(store.get().place, place);
    go(place);
  };

  const act: WindowStore['act'] = async (name, request) => {
    const { notice } = store.get();
    const result = await bridge.call(name, request);
    // What failed meanwhile has still to be read.
    if (!result.ok) change({ notice: result.failure });
    else if (store.get().notice === notice) change({ notice: null });
    return result.ok ? result.value : null;
  };

  let toldOfUpdate = false;
  const stops = [
    bridge.on('app.changed', (app) => fold({ kind: 'app', app, atMs: clockMs() })),
    bridge.on('sync.progress', (progress) => fold({ kind: 'progress', progress })),
    bridge.on('sync.ended', (job) => fold({ kind: 'ended', job })),
    bridge.on('place.open', open),
    bridge.on('ledger.updating', (updating) => {
      toldOfUpdate = true;
      change({ updating });
    }),
  ];
  const askState = async (): Promise<void> => {
    const before = store.get().app;
    const result = await bridge.call('app.state', null);
    // A push that overtook the answer is newer than it.
    if (store.get().app !== before) return;
    if (result.ok) fold({ kind: 'app', app: result.value, atMs: clockMs() });
    else change({ notice: result.failure });
  };
  const askUpdate = async (): Promise<void> => {
    const result = await bridge.call('ledger.update', null);
    if (result.ok && !toldOfUpdate) change({ updating: result.value });
  };
  void askState();
  void askUpdate();

  return {
    get: store.get,
    subscribe: store.subscribe,
    nowMs: () => clockMs() + store.get().clockOffsetMs,
    act,
    open,
    goBack: () => go(trail.back(store.get().place)),
    goForward: () => go(trail.forward(store.get().place)),
    loadJobs: async () => {
      const result = await bridge.call('jobs.list', { limit: jobsShown });
      if (result.ok) fold({ kind: 'jobs', jobs: result.value });
      else change({ notice: result.failure });
    },
    dismissNotice: () => change({ notice: null }),
    dismissEnded: () => change({ ended: null }),
    welcomed: (jobId) => change({ welcomedJobId: jobId }),
    rowsChanged: () => change({ ledgerChanges: store.get().ledgerChanges + 1 }),
    ledgerReplaced: () => {
      change({ ledgerChanges: store.get().ledgerChanges + 1, ended: null, jobs: null });
      void askState();
    },
    close: () => {
      for (const stop of stops) stop();
    },
  };
}
