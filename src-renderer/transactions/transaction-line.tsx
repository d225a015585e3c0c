import { memo, type ReactNode } from 'react';
import type { ListedTransaction } from '#shared/transaction-list.ts';
import { columnDayText } from '../format/column-day-text.ts';
import { classNames } from '../parts/class-names.ts';
import { Icon } from '../parts/icon.tsx';
import { transactionWords as words } from '../words/words.ts';
import type { FindHits } from './hits-in.ts';
import { HitText } from './hit-text.tsx';
import { rowText } from './row-text.ts';

interface LineProps {
  readonly id: string;
  readonly index: number;
  readonly topPx: number;
  readonly row: ListedTransaction | undefined;
  /** The day above is another one; only told where days follow each other. */
  readonly startsDay: boolean;
  readonly isCursor: boolean;
  readonly isMarked: boolean;
  /** `aria-selected`: marked, or under the cursor while nothing is. */
  readonly isSelected: boolean;
  readonly currency: string | null;
  /** Shown in a table of all accounts. */
  readonly accountName: string | null;
  /** Of what was searched for. */
  readonly findHits: FindHits;
}

/** One transaction, or the place it will take. Remembered: scrolling draws only what came into view. */
export const TransactionLine = memo(function TransactionLine(props: LineProps): ReactNode {
  const { id, index, topPx, row, startsDay, isCursor, isMarked, isSelected, accountName } = props;
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
        startsDay && index > 0 && 'line-day',
        isSelected && 'line-selected',
        isMarked && 'line-marked',
        isCursor && 'line-cursor',
        row?.status === 'pending' && 'line-pending',
        row?.is_hidden === true && 'line-hidden',
      )}
      style={{ transform: `translateY(${String(topPx)}px)` }}
    >
      <div role="gridcell" className="cell-mark" data-mark="">
        <span className="mark-box">{isMarked ? <Icon name="check" /> : null}</span>
      </div>
      {row === undefined ? (
        <div role="gridcell" aria-colspan={accountName === null ? 4 : 5} className="cell-loading">
          <span className="unseen">{words.loading}</span>
        </div>
      ) : (
        <LineCells
          row={row}
          startsDay={startsDay}
          currency={props.currency}
          accountName={accountName}
          findHits={props.findHits}
        />
      )}
    </div>
  );
});

type CellsProps = Pick<LineProps, 'startsDay' | 'currency' | 'accountName' | 'findHits'> & {
  readonly row: ListedTransaction;
};

function LineCells({ row, startsDay, currency, accountName, findHits }: CellsProps): ReactNode {
  const { title, detail, category, amount, isMoneyIn } = rowText(row, currency);
  return (
    <>
      <div role="gridcell" className={startsDay ? 'cell-date' : 'cell-date cell-date-again'}>
        {columnDayText(row.date)}
      </div>
      <div role="gridcell" className="cell-words">
        <span className="cell-texts" title={detail === '' ? title : `${title}  ${detail}`}>
          <span className="cell-title">
            <HitText text={title} findHits={findHits} />
          </span>
          {detail === '' ? null : (
            <span className="cell-detail">
              <HitText text={detail} findHits={findHits} />
            </span>
          )}
        </span>
        {row.note === null ? null : (
          <span className="cell-note" title={row.note}>
            <Icon name="note" />
            <span className="unseen">{words.hasNote}</span>
          </span>
        )}
        {row.status === 'pending' ? <span className="pending-mark">{words.pending}</span> : null}
        {row.is_hidden ? <span className="pending-mark">{words.hidden}</span> : null}
      </div>
      {accountName === null ? null : (
        <div role="gridcell" className="cell-account" title={accountName}>
          {accountName}
        </div>
      )}
      <div role="gridcell" className={classNames('cell-category', row.own_category !== null && 'cell-own')}>
        <HitText text={category} findHits={findHits} />
      </div>
      <div role="gridcell" className={isMoneyIn ? 'cell-amount money-in' : 'cell-amount'}>
        {row.is_flipped ? (
          <span className="cell-turned" title={words.turned}>
            <Icon name="turn" />
            <span className="unseen">{words.turned}</span>
          </span>
        ) : null}
        {amount}
      </div>
    </>
  );
}
