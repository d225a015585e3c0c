import { useRef, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { ListedTransaction } from '#shared/transaction-list.ts';
import { useWindow } from '../../state/window-context.ts';
import type { TransactionPages } from '../transaction-pages.ts';
import { markableRange, marksOf, noMarks, toggled, type Marks } from './marks.ts';
import { rowsBetween } from './rows-between.ts';

/** Marked rows, and the ways to mark. */
export interface Marking {
  readonly marks: Marks;
  /** Rows to be marked are on their way. */
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** Marks one row more, or one less. With nothing marked yet, the row at `cursor` counts as chosen already. */
  readonly toggle: (index: number, cursor?: number | null) => void;
  /** Marks everything from the anchor up to here, instead of what was marked. */
  readonly extendTo: (index: number, cursor: number | null) => void;
  readonly markAll: () => void;
  /** The cursor has gone elsewhere: the next range begins there. */
  readonly moved: () => void;
  /** The rows of these are other ones now. */
  readonly change: (rowNow: (row: ListedTransaction) => ListedTransaction) => void;
  readonly clear: () => void;
}

/** The marks of one table. A range that is not here yet is fetched; the newest wish wins. */
export function useMarks(pages: TransactionPages): Marking {
  const { bridge } = useWindow();
  const [marks, setMarks] = useState(noMarks);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const anchor = useRef<number | null>(null);
  const newestWish = useRef(0);

  const set = (next: Marks): void => {
    newestWish.current += 1;
    setIsBusy(false);
    setFailure(null);
    setMarks(next);
  };
  const markRange = async (from: number, to: number): Promise<void> => {
    newestWish.current += 1;
    const wish = newestWish.current;
    setIsBusy(true);
    const rows = await rowsBetween(bridge.call, pages, ...markableRange(from, to));
    if (wish !== newestWish.current) return;
    setIsBusy(false);
    setFailure(rows.ok ? null : rows.failure);
    if (rows.ok) setMarks(marksOf(rows.value));
  };

  return {
    marks,
    isBusy,
    failure,
    toggle: (index, cursor = null) => {
      const row = pages.rowAt(index);
      if (row === undefined) return;
      const chosen = marks.size > 0 || cursor === null || cursor === index ? undefined : pages.rowAt(cursor);
      anchor.current = index;
      set(toggled(chosen === undefined ? marks : marksOf([chosen]), row));
    },
    extendTo: (index, cursor) => {
      anchor.current ??= cursor ?? index;
      void markRange(anchor.current, index);
    },
    markAll: () => {
      anchor.current = 0;
      void markRange(0, Math.max(0, (pages.get().total ?? 0) - 1));
    },
    moved: () => {
      anchor.current = null;
    },
    change: (rowNow) => setMarks((now) => new Map([...now].map(([id, row]) => [id, rowNow(row)]))),
    clear: () => {
      anchor.current = null;
      set(noMarks);
    },
  };
}
