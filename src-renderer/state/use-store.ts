import { useSyncExternalStore } from 'react';
import type { Store } from './store.ts';

/**
 * Draws again when the selected part changes. `select` must answer with the same reference for the same part: ten
 * pushes a second reach only the components that show what moved.
 */
export const useStore = <T, P>(store: Store<T>, select: (value: T) => P): P =>
  useSyncExternalStore(store.subscribe, () => select(store.get()));
