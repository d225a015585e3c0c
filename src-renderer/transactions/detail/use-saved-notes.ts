import { useEffect } from 'react';
import { useWindow } from '../../state/window-context.ts';
import type { TransactionPages } from '../transaction-pages.ts';
import { noteKeeperOf } from './note-keeper-of.ts';
import { noteOf } from './note-keeper.ts';

/** Shows notes in the table as soon as the ledger has them; nothing else of the table depends on them. */
export function useSavedNotes(pages: TransactionPages): void {
  const { bridge } = useWindow();
  useEffect(() => {
    const keeper = noteKeeperOf(bridge);
    let seen = keeper.get();
    return keeper.subscribe(() => {
      const before = seen;
      seen = keeper.get();
      for (const [id, draft] of seen) {
        if (draft.state !== 'saved' || before.get(id) === draft) continue;
        pages.patch(new Set([id]), { note: noteOf(draft.text) });
      }
    });
  }, [bridge, pages]);
}
