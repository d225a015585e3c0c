import { useEffect, useState } from 'react';
import type { CategoryCount } from '#shared/transaction-list.ts';
import { useWindow } from '../state/window-context.ts';

/** The categories that rows have, as they are when this is first drawn; `null` until they are here, or cannot be had. */
export function useCategories(): readonly CategoryCount[] | null {
  const { bridge } = useWindow();
  const [categories, setCategories] = useState<readonly CategoryCount[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void bridge.call('transactions.categories', null).then((result) => {
      if (!isGone && result.ok) setCategories(result.value);
    });
    return () => {
      isGone = true;
    };
  }, [bridge]);
  return categories;
}
