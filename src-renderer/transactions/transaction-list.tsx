import { useEffect, useRef, useState, type ReactNode } from 'react';
import { assertNever } from '#shared/assert-never.ts';
import type { TransactionListFilter, TransactionSort } from '#shared/transaction-list.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Toast, type ToastText } from '../parts/toast.tsx';
import { useStore } from '../state/use-store.ts';
import { transactionWords as words } from '../words/words.ts';
import { ActionBar } from './action-bar.tsx';
import { DetailPane } from './detail/detail-pane.tsx';
import { useOpenDetail } from './detail/use-open-detail.ts';
import { useSavedNotes } from './detail/use-saved-notes.ts';
import { EmptyList } from './empty-list.tsx';
import type { GridWish } from './grid-keys.ts';
import { queryKey } from './list-query.ts';
import { useMarks } from './marks/use-marks.ts';
import { TotalsFoot } from './totals-foot.tsx';
import { TransactionGrid } from './transaction-grid.tsx';
import type { TransactionPages } from './transaction-pages.ts';
import { useAnnotate } from './use-annotate.ts';
import { useCopyRows } from './use-copy-rows.ts';
import { useMarkedActions } from './use-marked-actions.ts';
import type { Totals } from './use-totals.ts';

interface ListProps {
  readonly pages: TransactionPages;
  /** The rows shown answer an older question; those of the present one are on their way. */
  readonly isAsking: boolean;
  readonly sums: Totals;
  /** What the user restricted the list by, the page's account apart. */
  readonly chosenFilter: TransactionListFilter;
  readonly label: string;
  readonly currency: string | null;
  /** For the table's column; `null`: one account only, no column. */
  readonly accountNames: ReadonlyMap<string, string> | null;
  readonly allAccountNames: ReadonlyMap<string, string>;
  readonly onSort: (sort: TransactionSort) => void;
  readonly onShowEverything: () => void;
  /** The user has said something of rows: the list and its sums are to be asked for anew. */
  readonly onChanged: () => void;
}

/** The table with what belongs to it, or the sentence that stands in its place. */
export function TransactionList(props: ListProps): ReactNode {
  const { pages, sums, chosenFilter, label, currency, accountNames, allAccountNames, onSort, onChanged } =
    props;
  const { total, failure } = useStore(pages, (snapshot) => snapshot);
  const [cursor, setCursor] = useState<number | null>(null);
  const [toast, setToast] = useState<ToastText | null>(null);
  const marking = useMarks(pages);
  const annotate = useAnnotate(pages, onChanged);
  const actions = useMarkedActions(marking, annotate, setToast);
  const copyRows = useCopyRows(allAccountNames, setToast);
  const detail = useOpenDetail(pages);
  useSavedNotes(pages);
  const place = useRef<HTMLDivElement>(null);
  const focusOn = (selector: string): void => place.current?.querySelector<HTMLElement>(selector)?.focus();
  const focusGrid = (): void => focusOn('[role=grid]');

  const key = queryKey(pages.query);
  const keyBefore = useRef(key);
  useEffect(() => {
    if (keyBefore.current === key) return;
    keyBefore.current = key;
    // Another question begins at its top, with nothing selected.
    setCursor(null);
    marking.clear();
    // Only when the question is another one.
  }, [key]);

  const moveTo = (row: number, isExtending: boolean): void => {
    if (isExtending) marking.extendTo(row, cursor);
    else marking.moved();
    setCursor(row);
    detail.follow(row);
  };
  const chosen = () => {
    const row = cursor === null ? undefined : pages.rowAt(cursor);
    return marking.marks.size > 0 ? [...marking.marks.values()] : row === undefined ? [] : [row];
  };
  const onWish = (wish: GridWish | { readonly kind: 'toggle'; readonly row: number }): void => {
    switch (wish.kind) {
      case 'move':
        return moveTo(wish.row, wish.extends);
      case 'toggle':
        marking.toggle(wish.row, cursor);
        return setCursor(wish.row);
      case 'mark':
        return cursor === null ? undefined : marking.toggle(cursor);
      case 'mark-all':
        return marking.markAll();
      case 'copy':
        return void copyRows(chosen());
      case 'open':
        if (cursor === null) return;
        // Enter once more leads into the pane.
        if (detail.id !== null && detail.id === pages.rowAt(cursor)?.id) return focusOn('.detail input');
        return detail.openAt(cursor);
      case 'close':
        return detail.id === null ? marking.clear() : detail.close();
      default:
        return assertNever(wish);
    }
  };
  const inRange = cursor === null || total === null ? cursor : Math.min(cursor, total - 1);
  const problem = failure ?? marking.failure;
  return (
    <div className="list" ref={place} aria-busy={props.isAsking}>
      <div className="list-table">
        <p className="unseen" role="status">
          {pages.query.filter.search === undefined || total === null ? '' : words.found(total)}
        </p>
        {problem === null ? null : (
          <FailureNotice failure={problem}>
            <button type="button" className="button" onClick={failure === null ? marking.clear : pages.retry}>
              {words.tryAgain}
            </button>
          </FailureNotice>
        )}
        {total === 0 ? (
          <EmptyList chosen={chosenFilter} onShowEverything={props.onShowEverything} />
        ) : (
          <TransactionGrid
            pages={pages}
            label={label}
            currency={currency}
            accountNames={accountNames}
            cursor={inRange}
            marks={marking.marks}
            onWish={onWish}
            onShift={(rows) => {
              setCursor((now) => (now === null ? null : now + rows));
              marking.moved();
            }}
            onSort={onSort}
          />
        )}
        {marking.marks.size === 0 && !marking.isBusy ? null : (
          <ActionBar
            marks={marking.marks}
            isBusy={marking.isBusy}
            total={total ?? 0}
            onCategory={actions.file}
            onHide={actions.hide}
            onCopy={() => void copyRows(chosen())}
            onClear={() => {
              marking.clear();
              focusGrid();
            }}
          />
        )}
        <TotalsFoot count={total} sums={sums} />
        <Toast toast={toast} dismissName={words.dismiss} onGone={() => setToast(null)} />
      </div>
      {detail.id === null ? null : (
        <DetailPane
          id={detail.id}
          row={inRange === null ? undefined : pages.rowAt(inRange)}
          annotate={annotate}
          onOpen={detail.openId}
          onClose={() => {
            detail.close();
            focusGrid();
          }}
        />
      )}
    </div>
  );
}
