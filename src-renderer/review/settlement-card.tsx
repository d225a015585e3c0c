import type { KeyboardEvent, ReactNode } from 'react';
import type { SettlementRow, Verdict } from '#shared/settlement.ts';
import { Icon } from '../parts/icon.tsx';
import { classNames } from '../parts/class-names.ts';
import { reviewWords as words } from '../words/words.ts';
import { settlementDifference } from './settlement-difference.ts';
import { SettlementSide } from './settlement-side.tsx';

/** A pending payment and the booked one it is taken for, side by side, and what the user can say of them. */
export function SettlementCard(props: {
  row: SettlementRow;
  accountName: string;
  /** One stop for Tab in the whole list; arrows go from card to card. */
  isStop: boolean;
  onFocus: () => void;
  onVerdict: (verdict: Verdict) => void;
  onTakeBack: () => void;
}): ReactNode {
  const { row, accountName, isStop, onFocus, onVerdict, onTakeBack } = props;
  const { confidence, reason, currency, verdict } = row;
  const differs = settlementDifference(row);
  const canConfirm = verdict === null && confidence !== 'confirmed';
  const canUndo = verdict !== 'undone';
  const said = verdict === 'undone' ? words.saidTwo : words.confidence[confidence];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toUpperCase();
    if (key !== words.confirmKey && key !== words.undoKey) return;
    event.preventDefault();
    if (key === words.undoKey) {
      if (canUndo) onVerdict('undone');
    } else if (canConfirm) onVerdict('confirmed');
  };
  return (
    <li
      className="settlement"
      tabIndex={isStop ? 0 : -1}
      aria-label={`${row.pending_description}, ${said}`}
      data-settlement={row.id}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <p className="settlement-head">
        <span className={classNames('confidence', `confidence-${verdict ?? confidence}`)}>
          <Icon name={verdict === null && confidence === 'doubtful' ? 'question' : 'check'} />
          {words.because(said, words.reasons[reason])}
        </span>
        <span className="quiet">{accountName}</span>
      </p>
      <div className="sides">
        <SettlementSide
          name={words.pending}
          isPending
          date={row.pending_date}
          amountMinor={row.pending_amount_minor}
          currency={currency}
          text={row.pending_description}
          otherText={row.booked_description}
          dayDiffers={null}
          amountDiffers={null}
        />
        <Icon name="next" />
        <SettlementSide
          name={words.booked}
          isPending={false}
          date={row.booked_date}
          amountMinor={row.booked_amount_minor}
          currency={currency}
          text={row.booked_description}
          otherText={row.pending_description}
          dayDiffers={differs.day}
          amountDiffers={differs.amount}
        />
      </div>
      <div className="settlement-ways">
        {canConfirm ? (
          <button
            type="button"
            className={confidence === 'doubtful' ? 'button button-main' : 'button'}
            onClick={() => onVerdict('confirmed')}
          >
            {words.confirm}
            <kbd aria-hidden="true">{words.confirmKey}</kbd>
          </button>
        ) : null}
        {canUndo ? (
          <button type="button" className="button" onClick={() => onVerdict('undone')}>
            {words.undo}
            <kbd aria-hidden="true">{words.undoKey}</kbd>
          </button>
        ) : null}
        {verdict === null ? null : (
          <button type="button" className="button" onClick={onTakeBack}>
            {words.takeBack}
          </button>
        )}
      </div>
    </li>
  );
}
