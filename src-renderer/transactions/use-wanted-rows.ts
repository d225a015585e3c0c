import { useEffect, useRef } from 'react';
import { pageSize, type TransactionPages } from './transaction-pages.ts';

/**
 * A place far from the last one is only passed when the next comes sooner than this: a hand is on the scroll bar. A dozen
 * such places a second, without their neighbours, show where one is; to fetch all took nearly half of the window's time.
 */
const passingMs = 80;

/** Asks for the rows that are drawn, and for those around them where one stays. */
export function useWantedRows(pages: TransactionPages, first: number, last: number): void {
  const before = useRef({ first: 0, askedMs: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    const ask = (isPassing: boolean): void => {
      before.current = { first, askedMs: performance.now() };
      pages.want(first, Math.max(first, last), isPassing);
    };
    if (Math.abs(first - before.current.first) < pageSize) return ask(false);
    if (performance.now() - before.current.askedMs >= passingMs) ask(true);
    const timer = setTimeout(ask, passingMs, false);
    return () => clearTimeout(timer);
  }, [pages, first, last]);
}
