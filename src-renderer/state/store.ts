/** A value that tells when it changed: what `useSyncExternalStore` wants. */
export interface Store<T> {
  readonly get: () => T;
  /** Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store its owner can change. */
export interface WritableStore<T> extends Store<T> {
  /** Setting the same value again tells nobody. */
  readonly set: (next: T) => void;
}

/** A store in memory. */
export function createStore<T>(initial: T): WritableStore<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
