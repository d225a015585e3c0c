import { useEffect, useRef, useState, type RefObject } from 'react';
import { useWindowState } from '../state/window-context.ts';
import { userIsBusy } from './user-is-busy.ts';

const lookAgainMs = 500;

/** Which state of the ledger a table shows, and whether there is a newer one that waits until the user has a moment. */
export interface Edition {
  readonly edition: number;
  readonly isOld: boolean;
  readonly showNewest: () => void;
}

/** Moves on with the ledger as soon as the user is not busy. `lastTypedMs`: by `performance.now()`. */
export function useEdition(lastTypedMs: RefObject<number>): Edition {
  const newest = useWindowState((state) => state.ledgerChanges);
  const [edition, setEdition] = useState(newest);
  const isOld = edition !== newest;
  const showNewest = useRef(() => {});
  showNewest.current = () => setEdition(newest);
  useEffect(() => {
    if (!isOld) return;
    const look = (): void => {
      const hasDialog = document.querySelector('dialog[open], :popover-open') !== null;
      if (!userIsBusy(hasDialog, lastTypedMs.current, performance.now())) showNewest.current();
    };
    look();
    const timer = setInterval(look, lookAgainMs);
    return () => clearInterval(timer);
  }, [isOld, lastTypedMs]);
  return { edition, isOld, showNewest: () => setEdition(newest) };
}
