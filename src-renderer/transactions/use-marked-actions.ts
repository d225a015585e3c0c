import type { ListedTransaction } from '#shared/transaction-list.ts';
import { anyCategoryText } from '../format/category-text.ts';
import type { ToastText } from '../parts/toast.tsx';
import { transactionWords as words } from '../words/words.ts';
import type { Marking } from './marks/use-marks.ts';
import type { Annotate } from './use-annotate.ts';
import { withOverlay } from './with-overlay.ts';

/** What the action bar does with the marked rows. */
export interface MarkedActions {
  /** Answers whether the ledger took it. */
  readonly file: (category: string | null) => Promise<boolean>;
  readonly hide: (isHidden: boolean) => void;
}

/** Does it, says what was done, and offers the way back where one click can be it. */
export function useMarkedActions(
  marking: Marking,
  annotate: Annotate,
  say: (toast: ToastText) => void,
): MarkedActions {
  const ids = [...marking.marks.keys()];
  const file = async (category: string | null): Promise<boolean> => {
    const change = { own_category: category };
    const before = Map.groupBy(marking.marks.values(), (row) => row.own_category);
    if (!(await annotate(ids, change))) return false;
    marking.change((row) => withOverlay(row, change));
    const { length } = ids;
    say({
      sentence:
        category === null ? words.filedByBank(length) : words.filed(length, anyCategoryText(category)),
      way: { name: words.undo, act: () => void fileBack(before) },
    });
    return true;
  };
  const fileBack = async (
    before: ReadonlyMap<string | null, readonly ListedTransaction[]>,
  ): Promise<void> => {
    for (const [category, rows] of before) {
      const change = { own_category: category };
      const backIds = new Set(rows.map(({ id }) => id));
      if (!(await annotate([...backIds], change))) return;
      marking.change((row) => (backIds.has(row.id) ? withOverlay(row, change) : row));
    }
  };
  const hide = async (isHidden: boolean): Promise<void> => {
    // Those that are so already are not brought back by the way back.
    const changed = [...marking.marks.values()]
      .filter((row) => row.is_hidden !== isHidden)
      .map(({ id }) => id);
    if (!(await annotate(changed, { is_hidden: isHidden }))) return;
    marking.clear();
    say({
      sentence: isHidden ? words.hiddenNow(changed.length) : words.shownNow(changed.length),
      way: { name: words.undo, act: () => void annotate(changed, { is_hidden: !isHidden }) },
    });
  };
  return { file, hide: (isHidden) => void hide(isHidden) };
}
