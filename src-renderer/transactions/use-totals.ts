import { useEffect, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { CurrencyTotal, TransactionListFilter } from '#shared/transaction-list.ts';
import { useWindow } from '../state/window-context.ts';

/** Sums of what is shown; the last known ones until the new are here. `null`: none known yet. */
export interface Totals {
  readonly totals: readonly CurrencyTotal[] | null;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/** The sums of everything that fits. The newest question wins. */
export function useTotals(filter: TransactionListFilter, edition: string): Totals {
  const { bridge } = useWindow();
  const [totals, setTotals] = useState<readonly CurrencyTotal[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  const key = JSON.stringify(filter);
  useEffect(() => {
    let isOld = false;
    void bridge
      .call('transactions.totals', { filter: JSON.parse(key) as TransactionListFilter })
      .then((result) => {
        if (isOld) return;
        setFailure(result.ok ? null : result.failure);
        setTotals(result.ok ? result.value.totals : null);
      });
    return () => {
      isOld = true;
    };
  }, [bridge, key, edition, tries]);
  return { totals, failure, retry: () => setTries((now) => now + 1) };
}
