import { useState } from 'react';

const kept = new Map<string, unknown>();

/**
 * State that outlives its page while the window is open: who looks at a receipt and returns finds the list as it was.
 * One `key` has one type. `instead`: begins with this, whatever was kept.
 */
export function useKept<T>(key: string, initial: T, instead?: T): readonly [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => {
    if (instead !== undefined) kept.set(key, instead);
    return kept.has(key) ? (kept.get(key) as T) : initial;
  });
  const set = (next: T): void => {
    kept.set(key, next);
    setValue(next);
  };
  return [value, set];
}
