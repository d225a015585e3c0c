import type { Bridge } from '#shared/ipc/bridge.ts';
import { createStore, type Store } from '../../state/store.ts';

/** Somebody who stopped typing for this long has finished a thought. */
const restMs = 700;

/** A note written in this window. `failed`: the ledger was asked and did not take it; `saved`: it has exactly this. */
export interface Draft {
  readonly text: string;
  readonly state: 'waiting' | 'saving' | 'failed' | 'saved';
}

/** Keeps what is written until the ledger has it, whichever page the user goes to meanwhile. */
export interface NoteKeeper extends Store<ReadonlyMap<number, Draft>> {
  /** Saved when the typing rests. `id`: of the transaction. */
  readonly write: (id: number, text: string) => void;
  /** Saves now what waits, and what failed. */
  readonly save: (id: number) => Promise<void>;
  readonly saveAll: () => void;
}

/** What is written as the ledger keeps it: nothing but space is no note. */
export const noteOf = (text: string): string | null => (text.trim() === '' ? null : text);

/** A keeper of its own memory. `later` calls back after so many milliseconds and returns how not to. */
export function createNoteKeeper(
  call: Bridge['call'],
  later: (act: () => void, ms: number) => () => void,
): NoteKeeper {
  const store = createStore<ReadonlyMap<number, Draft>>(new Map());
  const timers = new Map<number, () => void>();
  const set = (id: number, draft: Draft): void => store.set(new Map(store.get()).set(id, draft));
  const save = async (id: number): Promise<void> => {
    timers.get(id)?.();
    timers.delete(id);
    const draft = store.get().get(id);
    // One at a time for each note: an older text must not arrive after a newer one.
    if (draft === undefined || draft.state === 'saving' || draft.state === 'saved') return;
    const { text } = draft;
    set(id, { text, state: 'saving' });
    const result = await call('transactions.annotate', { ids: [id], change: { note: noteOf(text) } });
    const newest = store.get().get(id)?.text ?? text;
    if (newest === text) return set(id, { text, state: result.ok ? 'saved' : 'failed' });
    // Written on while it was being saved.
    set(id, { text: newest, state: 'waiting' });
    await save(id);
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    write: (id, text) => {
      const isSaving = store.get().get(id)?.state === 'saving';
      set(id, { text, state: isSaving ? 'saving' : 'waiting' });
      timers.get(id)?.();
      timers.set(
        id,
        later(() => void save(id), restMs),
      );
    },
    save,
    saveAll: () => {
      for (const id of store.get().keys()) void save(id);
    },
  };
}
