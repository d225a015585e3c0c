import type { ListedTransaction } from '#shared/transaction-list.ts';
import type { ToastText } from '../parts/toast.tsx';
import { useWindow } from '../state/window-context.ts';
import { transactionWords as words } from '../words/words.ts';
import { rowsAsCells } from './rows-as-cells.ts';

/** What the bridge takes for the clipboard (`clipboard.write`), in characters. */
const mostCharacters = 4_000_000;

/** Puts rows on the clipboard as a spreadsheet takes them, and says so. */
export function useCopyRows(
  accountNames: ReadonlyMap<string, string>,
  say: (toast: ToastText) => void,
): (rows: readonly ListedTransaction[]) => Promise<void> {
  const { bridge } = useWindow();
  return async (rows) => {
    if (rows.length === 0) return;
    const text = rowsAsCells(rows, accountNames);
    if (text.length > mostCharacters) return say({ sentence: words.tooMuchToCopy });
    const result = await bridge.call('clipboard.write', { text });
    say({ sentence: result.ok ? words.copied(rows.length) : words.notCopied });
  };
}
