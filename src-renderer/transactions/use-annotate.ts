import type { OverlayChange } from '#shared/transaction-list.ts';
import { useWindow } from '../state/window-context.ts';
import type { TransactionPages } from './transaction-pages.ts';

/** Tells the ledger what the user says of these rows; whether it took it. Why not is the window's notice. */
export type Annotate = (ids: readonly number[], change: OverlayChange) => Promise<boolean>;

/** Shows a change at once where the rows are drawn, and has everything counted anew. */
export function useAnnotate(pages: TransactionPages, onChanged: () => void): Annotate {
  const { store } = useWindow();
  return async (ids, change) => {
    const answer = await store.act('transactions.annotate', { ids, change });
    if (answer === null) return false;
    pages.patch(new Set(ids), change);
    onChanged();
    return true;
  };
}
