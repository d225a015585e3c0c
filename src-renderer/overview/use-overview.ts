import { useEffect, useRef, useState } from 'react';
import type { Overview } from '#shared/overview.ts';
import { useWindow, useWindowState } from '../state/window-context.ts';

/**
 * The overview's own numbers, read when the page opens, which counts as a look, and again when the ledger changes, which
 * does not: what a sync in the background brings stays new until the user comes. `null` until main has answered; a
 * failure leaves what was known, since the rest of the page says what is wrong with the ledger.
 */
export function useOverview(): Overview | null {
  const { bridge } = useWindow();
  const changes = useWindowState((state) => state.ledgerChanges);
  const [overview, setOverview] = useState<Overview | null>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    let isWanted = true;
    const isLook = isFirst.current;
    isFirst.current = false;
    void bridge.call('overview.read', { isLook }).then((answered) => {
      if (isWanted && answered.ok) setOverview(answered.value);
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, changes]);
  return overview;
}
