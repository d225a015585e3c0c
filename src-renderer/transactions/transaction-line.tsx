import { memo, type ReactNode } from 'react';
import type { TransactionRow } from '#shared/ledger-views.ts';
import { dayText } from '../format/day-text.ts';
import { classNames } from '../parts/class-names.ts';
import { rowText } from './row-text.ts';

/** Pixels; the style sheet has the same number. Equal heights are what makes jumping through 100 000 rows exact. */
export const lineHeightPx = 36;

interface LineProps {
  readonly id: string;
  readonly index: number;
  readonly topPx: number;
  readonly row: TransactionRow | undefined;
  readonly startsDay: boolean;
  readonly isSelected: boolean;
  readonly currency: string | null;
  /** Shown in a table of all accounts. */
  readonly accountName: string | null;
}

/** One transaction, or the place it will take. Remembered: scrolling draws only what came into view. */
export const TransactionLine = memo(function TransactionLine(props: LineProps): ReactNode {
  const { id, index, topPx, row, startsDay, isSelected, currency, accountName } = props;
  const isPending = row?.status === 'pending';
  return (
    <div
      id={id}
      role="row"
      // The header is row 1.
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      className={classNames(
        'line',
        index % 2 === 1 && 'line-odd',
        startsDay && index > 0 && 'line-day',
        isSelected && 'line-selected',
        isPending && 'line-pending',
      )}
      style={{ transform: `translateY(${String(topPx)}px)` }}
    >
      {row === undefined ? (
        <div role="gridcell" aria-colspan={accountName === null ? 4 : 5} className="cell-loading">
          <span className="unseen">Loading</span>
        </div>
      ) : (
        <LineCells row={row} startsDay={startsDay} currency={currency} accountName={accountName} />
      )}
    </div>
  );
});

type CellsProps = Pick<LineProps, 'startsDay' | 'currency' | 'accountName'> & {
  readonly row: TransactionRow;
};

function LineCells({ row, startsDay, currency, accountName }: CellsProps): ReactNode {
  const { title, detail, category, amount, isMoneyIn } = rowText(row, currency);
  return (
    <>
      <div role="gridcell" className={startsDay ? 'cell-date' : 'cell-date cell-date-again'}>
        {dayText(row.date)}
      </div>
      <div role="gridcell" className="cell-words">
        <span className="cell-texts">
          <span className="cell-title">{title}</span>
          {detail === '' ? null : <span className="cell-detail">{detail}</span>}
        </span>
        {row.status === 'pending' ? <span className="pending-mark">Pending</span> : null}
      </div>
      {accountName === null ? null : (
        <div role="gridcell" className="cell-account">
          {accountName}
        </div>
      )}
      <div role="gridcell" className="cell-category">
        {category}
      </div>
      <div role="gridcell" className={isMoneyIn ? 'cell-amount money-in' : 'cell-amount'}>
        {amount}
      </div>
    </>
  );
}
