import type { Failure } from '#shared/failure.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { createStore, type Store } from '../../state/store.ts';

/** What was typed is in the ledger after so long, also while the typing goes on: that much a crash may cost. */
const batchMs = 250;

/** Somebody who stopped typing for this long has finished a thought, and may be told that it is saved. */
const restMs = 700;

/** After a failure it is tried again by itself: another program that holds the ledger lets it go. */
const againMs = 5000;

/** A note written in this window. `failed`: the ledger was asked and did not take it; `saved`: it has exactly this. */
export type Draft =
  | { readonly text: string; readonly state: 'waiting' | 'saving' | 'saved' }
  | { readonly text: string; readonly state: 'failed'; readonly failure: Failure };

/** Keeps what is written until the ledger has it, whichever page the user goes to meanwhile. */
export interface NoteKeeper extends Store<ReadonlyMap<number, Draft>> {
  /** Saved within a moment. `id`: of the transaction. */
  readonly write: (id: number, text: string) => void;
  /** Saves now what waits, and what failed. */
  readonly save: (id: number) => Promise<void>;
  readonly saveAll: () => Promise<unknown>;
  /** The field goes: saves, and then trusts the ledger, where somebody else may write it next. */
  readonly leave: (id: number) => Promise<void>;
}

/** What is written as the ledger keeps it: nothing but space is no note. */
export const noteOf = (text: string): string | null => (text.trim() === '' ? null : text);

/** A keeper of its own memory. `later` calls back after so many milliseconds and returns how not to. */
export function createNoteKeeper(
  call: Bridge['call'],
  later: (act: () => void, ms: number) => () => void,
): NoteKeeper {
  const store = createStore<ReadonlyMap<number, Draft>>(new Map());
  const batches = new Map<number, () => void>();
  const rests = new Map<number, () => void>();
  const running = new Map<number, Promise<void>>();
  /** What the ledger took last. */
  const taken = new Map<number, string>();
  const set = (id: number, draft: Draft): void => store.set(new Map(store.get()).set(id, draft));
  const stop = (timers: Map<number, () => void>, id: number): void => {
    timers.get(id)?.();
    timers.delete(id);
  };
  const start = (timers: Map<number, () => void>, id: number, act: () => void, ms: number): void => {
    stop(timers, id);
    const cancel = later(() => {
      timers.delete(id);
      act();
    }, ms);
    timers.set(id, cancel);
  };

  const run = async (id: number): Promise<void> => {
    try {
      for (;;) {
        const text = store.get().get(id)?.text ?? '';
        set(id, { text, state: 'saving' });
        const result = await call('transactions.annotate', { ids: [id], change: { note: noteOf(text) } });
        if (result.ok) taken.set(id, text);
        const newest = store.get().get(id)?.text ?? text;
        // Written on while it was being saved.
        if (newest !== text) continue;
        if (result.ok) return show(id);
        start(batches, id, () => void keep(id), againMs);
        return set(id, { text, state: 'failed', failure: result.failure });
      }
    } finally {
      running.delete(id);
    }
  };
  const keep = (id: number): Promise<void> => {
    stop(batches, id);
    // One at a time for each note: an older text must not arrive after a newer one.
    const now = running.get(id);
    if (now !== undefined) return now;
    const draft = store.get().get(id);
    if (draft === undefined || draft.state === 'saved') return Promise.resolve();
    if (taken.get(id) === draft.text) return Promise.resolve(show(id));
    const begun = run(id);
    running.set(id, begun);
    return begun;
  };
  /** That it is saved is said when the typing rests: not four times a second. */
  const show = (id: number): void => {
    const text = taken.get(id);
    if (text !== undefined) set(id, { text, state: rests.has(id) ? 'waiting' : 'saved' });
  };
  const save = (id: number): Promise<void> => {
    stop(rests, id);
    return keep(id);
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    write: (id, text) => {
      if (store.get().get(id)?.state === 'failed') stop(batches, id);
      set(id, { text, state: running.has(id) ? 'saving' : 'waiting' });
      start(rests, id, () => void keep(id), restMs);
      if (!batches.has(id)) start(batches, id, () => void keep(id), batchMs);
    },
    save,
    saveAll: () => Promise.all([...store.get().keys()].map(save)),
    leave: async (id) => {
      await save(id);
      const drafts = new Map(store.get());
      if (drafts.get(id)?.state !== 'saved') return;
      drafts.delete(id);
      taken.delete(id);
      store.set(drafts);
    },
  };
}
