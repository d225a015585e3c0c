import { useEffect, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { CurrencyTotal, TransactionListFilter } from '#shared/transaction-list.ts';
import { useWindow } from '../state/window-context.ts';

/** A large ledger is in memory after two or three seconds; on a machine where it takes longer, it is told not to wait. */
const askAgainMs = 250;
const mostTimes = 40;

/** Sums of what is shown; the last known ones until the new are here. `null`: none known yet. */
export interface Totals {
  readonly totals: readonly CurrencyTotal[] | null;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/**
 * The sums of everything that fits. The newest question wins. `filter`: of the rows that are shown, `null` before there
 * are any: a ledger that answers one question after the other is to find the rows first.
 */
export function useTotals(filter: TransactionListFilter | null, edition: string): Totals {
  const { bridge } = useWindow();
  const [totals, setTotals] = useState<readonly CurrencyTotal[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  const key = filter === null ? null : JSON.stringify(filter);
  useEffect(() => {
    if (key === null) return;
    let isOld = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (timesLeft: number): Promise<void> => {
      const filterNow = JSON.parse(key) as TransactionListFilter;
      const result = await bridge.call('transactions.totals', { filter: filterNow, canWait: timesLeft > 0 });
      if (isOld) return;
      setFailure(result.ok ? null : result.failure);
      setTotals(result.ok ? result.value.totals : null);
      if (result.ok && result.value.totals === null) {
        timer = setTimeout(() => void ask(timesLeft - 1), askAgainMs);
      }
    };
    void ask(mostTimes);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [bridge, key, edition, tries]);
  return { totals, failure, retry: () => setTries((now) => now + 1) };
}
