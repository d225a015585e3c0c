import { useEffect, useRef, useState } from 'react';
import { useWindow } from '../state/window-context.ts';
import { createListInquiry, type ListInquiry } from './list-inquiry.ts';
import { queryKey, type ListQuery } from './list-query.ts';
import type { TransactionPages } from './transaction-pages.ts';

/**
 * The pages of a query. When the query or `edition` changes, the old ones stay until the first new page is here: a
 * table that blinks empty at every letter typed would be no table. `null` before anything came.
 */
export function useTransactionPages(query: ListQuery, edition: string): TransactionPages | null {
  const { bridge } = useWindow();
  const [shown, setShown] = useState<TransactionPages | null>(null);
  const inquiry = useRef<ListInquiry | null>(null);
  const newest = useRef(query);
  newest.current = query;

  useEffect(() => {
    const made = createListInquiry(bridge.call, setShown);
    inquiry.current = made;
    return made.close;
  }, [bridge]);
  useEffect(() => inquiry.current?.ask(newest.current), [bridge, queryKey(query), edition]);

  return shown;
}
