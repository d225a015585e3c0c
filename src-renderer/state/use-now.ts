import { useEffect, useState } from 'react';
import { useWindow } from './window-context.ts';

/** Main's clock, read again every `everyMs`: for ages and countdowns. Keep it in the smallest component that shows it. */
export function useNow(everyMs: number): number {
  const { store } = useWindow();
  const [nowMs, setNowMs] = useState(store.nowMs);
  useEffect(() => {
    setNowMs(store.nowMs());
    const timer = setInterval(() => setNowMs(store.nowMs()), everyMs);
    return () => clearInterval(timer);
  }, [store, everyMs]);
  return nowMs;
}
