import { useEffect, useRef, useState } from 'react';
import { useWindow } from '../state/window-context.ts';
import { queryKey, type ListQuery } from './list-query.ts';
import { createTransactionPages, type TransactionPages } from './transaction-pages.ts';

/**
 * The pages of a query. When the query or `edition` changes, the old ones stay until the first new page is here: a
 * table that blinks empty at every letter typed would be no table. An answer to an older question is dropped, however
 * late it comes. `null` before anything came.
 */
export function useTransactionPages(query: ListQuery, edition: string): TransactionPages | null {
  const { bridge } = useWindow();
  const [shown, setShown] = useState<TransactionPages | null>(null);
  const shownNow = useRef<TransactionPages | null>(null);
  const newest = useRef(query);
  newest.current = query;
  const key = queryKey(query);

  useEffect(() => {
    const next = createTransactionPages(bridge.call, newest.current);
    const stop = next.subscribe(() => {
      stop();
      shownNow.current?.close();
      shownNow.current = next;
      setShown(next);
    });
    const before = shownNow.current;
    // The ledger has changed, not the question: the user goes on reading where they are.
    const isSameQuery = before !== null && queryKey(before.query) === key;
    next.want(...(isSameQuery ? before.wanted() : ([0, 0] as const)));
    return () => {
      stop();
      if (shownNow.current !== next) next.close();
    };
  }, [bridge, key, edition]);

  return shown;
}
