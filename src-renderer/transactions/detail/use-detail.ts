import { useEffect, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { TransactionDetail } from '#shared/transaction-list.ts';
import { useWindow } from '../../state/window-context.ts';

/** What the ledger knows of one transaction; of the one before until it has answered. */
export interface LoadedDetail {
  readonly detail: TransactionDetail | null;
  readonly failure: Failure | null;
  /** Asks again: after a failure, or because something was changed. */
  readonly reload: () => void;
}

/** Asks for one transaction. The newest question wins. */
export function useDetail(id: number): LoadedDetail {
  const { bridge } = useWindow();
  const [detail, setDetail] = useState<TransactionDetail | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isOld = false;
    void bridge.call('transactions.get', { id }).then((result) => {
      if (isOld) return;
      setFailure(result.ok ? null : result.failure);
      setDetail(result.ok ? result.value : null);
    });
    return () => {
      isOld = true;
    };
  }, [bridge, id, times]);
  return { detail, failure, reload: () => setTimes((now) => now + 1) };
}
