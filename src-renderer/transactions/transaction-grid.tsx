import {
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import type { TransactionSort } from '#shared/transaction-list.ts';
import { classNames } from '../parts/class-names.ts';
import { useStore } from '../state/use-store.ts';
import { GridHead } from './grid-head.tsx';
import { gridWish, type GridWish } from './grid-keys.ts';
import { hitFinder } from './hits-in.ts';
import { lineHeightPx } from './line-heights.ts';
import { isNewestFirst, queryKey } from './list-query.ts';
import type { Marks } from './marks/marks.ts';
import { TransactionLine } from './transaction-line.tsx';
import type { TransactionPages } from './transaction-pages.ts';
import { useRowWindow } from './use-row-window.ts';
import { useWantedRows } from './use-wanted-rows.ts';

/** What the table tells its page, and what it is told. */
export interface GridProps {
  readonly pages: TransactionPages;
  readonly label: string;
  readonly currency: string | null;
  /** Names by account id, for a table of all accounts; `null` leaves the column out. */
  readonly accountNames: ReadonlyMap<string, string> | null;
  readonly cursor: number | null;
  readonly marks: Marks;
  readonly onWish: (wish: GridWish | { readonly kind: 'toggle'; readonly row: number }) => void;
  /** New rows came in above: the cursor's row is so many places further down. */
  readonly onShift: (rows: number) => void;
  readonly onSort: (sort: TransactionSort) => void;
}

/** The table: as long as the ledger, drawn only where one looks. One stop for Tab; the keys move a cursor. */
export function TransactionGrid(props: GridProps): ReactNode {
  const { pages, label, currency, accountNames, cursor, marks, onWish, onShift, onSort } = props;
  const { total } = useStore(pages, (snapshot) => snapshot);
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const count = total ?? 0;
  const rows = useRowWindow(count, scroller);
  const { first, last, shiftPx } = rows;
  useWantedRows(pages, first, last);

  const before = useRef({ count, key: queryKey(pages.query) });
  useLayoutEffect(() => {
    const arrived = count - before.current.count;
    const key = queryKey(pages.query);
    const isOther = before.current.key !== key;
    before.current = { count, key };
    if (isOther) return rows.toTop();
    if (arrived <= 0 || !isNewestFirst(pages.query)) return;
    // New rows are the newest: what the user looks at moves down by as many.
    onShift(arrived);
    if ((scroller.current?.scrollTop ?? 0) > 0) rows.moveBy(arrived);
    // Only when the pages are other ones; the rest is read as it is then.
  }, [pages]);

  const onKeyDown = (event: KeyboardEvent): void => {
    // The buttons in the heading have keys of their own.
    if (event.target !== event.currentTarget) return;
    const wish = gridWish(event, cursor, count, rows.rowsShown());
    if (wish === null || (wish.kind === 'copy' && hasMarkedText())) return;
    event.preventDefault();
    if (wish.kind === 'move') rows.show(wish.row);
    onWish(wish);
  };
  const onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const line = target?.closest('[data-index]');
    if (!(line instanceof HTMLElement)) return;
    const row = Number(line.dataset['index']);
    const toggles = event.ctrlKey || event.metaKey || target?.closest('[data-mark]') !== null;
    if (toggles && !event.shiftKey) onWish({ kind: 'toggle', row });
    else onWish({ kind: 'move', row, extends: event.shiftKey });
  };
  const onCopy = (event: ClipboardEvent): void => {
    // From the application's menu; the keys are heard above.
    if (hasMarkedText()) return;
    event.preventDefault();
    onWish({ kind: 'copy' });
  };
  const lineId = (index: number): string => `${gridId}-${String(index)}`;
  const isDrawn = cursor !== null && cursor >= first && cursor <= last;
  const byDay = pages.query.sort.by === 'date';
  const { search = '' } = pages.query.filter;
  const findHits = useMemo(() => hitFinder(search), [search]);

  return (
    <div
      ref={scroller}
      className={classNames(
        'grid',
        byDay && 'grid-by-day',
        accountNames !== null && 'grid-all',
        marks.size > 0 && 'grid-marking',
      )}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-multiselectable="true"
      aria-activedescendant={isDrawn ? lineId(cursor) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onCopy={onCopy}
      onDoubleClick={() => onWish({ kind: 'open' })}
      // A range of rows is no range of text.
      onMouseDown={(event) => (event.shiftKey ? event.preventDefault() : undefined)}
    >
      <GridHead
        sort={pages.query.sort}
        onSort={onSort}
        currency={currency}
        hasAccounts={accountNames !== null}
      />
      <div role="rowgroup" className="grid-lines" style={{ height: rows.elementPx }}>
        {Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
          const index = first + at;
          const row = pages.rowAt(index);
          const isMarked = row !== undefined && marks.has(row.id);
          return (
            <TransactionLine
              key={index}
              id={lineId(index)}
              index={index}
              topPx={index * lineHeightPx - shiftPx}
              row={row}
              startsDay={!byDay || index === 0 || pages.rowAt(index - 1)?.date !== row?.date}
              isCursor={index === cursor}
              isMarked={isMarked}
              isSelected={marks.size > 0 ? isMarked : index === cursor}
              currency={currency}
              findHits={findHits}
              accountName={accountNames === null ? null : (accountNames.get(row?.account_id ?? '') ?? '')}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Somebody who drew the mouse over some letters wants those, not the row. */
const hasMarkedText = (): boolean => window.getSelection()?.isCollapsed === false;
