import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { classNames } from '../parts/class-names.ts';
import { useStore } from '../state/use-store.ts';
import { rowAfterKey } from './grid-keys.ts';
import { lineHeightPx, TransactionLine } from './transaction-line.tsx';
import type { TransactionPages } from './transaction-pages.ts';

/** Pixels, as in the style sheet. */
const headHeightPx = 32;
/** Drawn beyond the edges, so that a fast wheel does not show through. */
const overscan = 10;

/** The table: as long as the ledger, drawn only where one looks. One stop for Tab; the keys move a selected row. */
export function TransactionGrid(props: {
  pages: TransactionPages;
  label: string;
  currency: string | null;
  /** Names by account id, for a table of all accounts; `null` leaves the column out. */
  accountNames: ReadonlyMap<string, string> | null;
  selected: number | null;
  onSelect: (index: number) => void;
}): ReactNode {
  const { pages, label, currency, accountNames, selected, onSelect } = props;
  const { total } = useStore(pages, (snapshot) => snapshot);
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const count = total ?? 0;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeightPx,
    overscan,
    // The rows begin under the heading, and must not scroll to behind it.
    scrollMargin: headHeightPx,
    scrollPaddingStart: headHeightPx,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => pages.want(first, last), [pages, first, last]);

  const totalBefore = useRef(count);
  useLayoutEffect(() => {
    const arrived = count - totalBefore.current;
    totalBefore.current = count;
    if (arrived <= 0) return;
    // New rows are the newest: what the user looks at moves down by as many.
    if (selected !== null) onSelect(selected + arrived);
    if (scroller.current !== null && scroller.current.scrollTop > 0) {
      scroller.current.scrollTop += arrived * lineHeightPx;
    }
    // Only when the pages are other ones; the rest is read as it is then.
  }, [pages]);

  const rowsShown = Math.floor((scroller.current?.clientHeight ?? 0) / lineHeightPx) - 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = rowAfterKey(event.key, selected, count, rowsShown);
    if (next === null) return;
    event.preventDefault();
    onSelect(next);
    virtual.scrollToIndex(next);
  };
  const onClick = (event: MouseEvent): void => {
    const line = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (line instanceof HTMLElement) onSelect(Number(line.dataset['index']));
  };
  const isDrawn = selected !== null && selected >= first && selected <= last && items.length > 0;
  const lineId = (index: number): string => `${gridId}-${String(index)}`;

  return (
    <div
      ref={scroller}
      className={classNames('grid', accountNames !== null && 'grid-all')}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-activedescendant={isDrawn ? lineId(selected) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="rowgroup" className="grid-head">
        <div role="row" aria-rowindex={1} className="line-head">
          <div role="columnheader">Date</div>
          <div role="columnheader">Description</div>
          {accountNames === null ? null : <div role="columnheader">Account</div>}
          <div role="columnheader" className="head-category">
            Category
          </div>
          <div role="columnheader" className="head-amount">
            {currency === null ? 'Amount' : `Amount (${currency})`}
          </div>
        </div>
      </div>
      <div role="rowgroup" className="grid-lines" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = pages.rowAt(index);
          return (
            <TransactionLine
              key={index}
              id={lineId(index)}
              index={index}
              topPx={start - headHeightPx}
              row={row}
              startsDay={index === 0 || pages.rowAt(index - 1)?.date !== row?.date}
              isSelected={index === selected}
              currency={currency}
              accountName={accountNames === null ? null : (accountNames.get(row?.account_id ?? '') ?? '')}
            />
          );
        })}
      </div>
    </div>
  );
}
