import { useEffect, useState } from 'react';
import { useStore } from '../../state/use-store.ts';
import type { TransactionPages } from '../transaction-pages.ts';

/** Which transaction the pane shows. `id` `null`: it is closed. */
export interface OpenDetail {
  readonly id: number | null;
  readonly openAt: (index: number) => void;
  /** An open pane goes where the cursor goes. */
  readonly follow: (index: number) => void;
  readonly openId: (id: number) => void;
  readonly close: () => void;
}

/**
 * The pane's own memory: it changes when the user moves, not when rows move under the cursor, so that a row one has
 * just hidden can still be shown again. A row that is not here yet is waited for.
 */
export function useOpenDetail(pages: TransactionPages): OpenDetail {
  const [id, setId] = useState<number | null>(null);
  const [wished, setWished] = useState<number | null>(null);
  useStore(pages, ({ version }) => version);
  const arrived = wished === null ? undefined : pages.rowAt(wished)?.id;
  useEffect(() => {
    if (arrived === undefined) return;
    setId(arrived);
    setWished(null);
  }, [arrived]);
  return {
    id,
    openAt: setWished,
    follow: (index) => {
      if (id !== null) setWished(index);
    },
    openId: setId,
    close: () => {
      setId(null);
      setWished(null);
    },
  };
}
