import type { ReactNode } from 'react';
import { dayText } from '../format/day-text.ts';
import { moneyText } from '../format/money-text.ts';
import { classNames } from '../parts/class-names.ts';
import { reviewWords as words } from '../words/words.ts';
import { differentWords } from './settlement-difference.ts';

/** One side of a match. What the other side has not is marked, and the mark is said, not only coloured. */
export function SettlementSide(props: {
  name: string;
  isPending: boolean;
  date: string;
  amountMinor: number;
  currency: string;
  text: string;
  otherText: string;
  /** By how much the day and the amount are others; `null`: not shown as different on this side. */
  dayDiffers: string | null;
  amountDiffers: string | null;
}): ReactNode {
  const { name, isPending, date, amountMinor, currency, text, otherText, dayDiffers, amountDiffers } = props;
  return (
    <div className={classNames('side', isPending && 'side-pending')}>
      <h3>{name}</h3>
      <p className={classNames('side-amount', amountDiffers !== null && 'differs')}>
        {moneyText({ amountMinor, currency }, { sign: 'always' })}
        {amountDiffers === null ? null : <span className="difference">{amountDiffers}</span>}
      </p>
      <p className="side-text">
        {differentWords(text, otherText).map(({ word, differs }, at) => (
          // Words have no other name than their place.
          <span key={`${String(at)} ${word}`}>
            {differs ? <mark title={words.differs}>{word}</mark> : word}{' '}
          </span>
        ))}
      </p>
      <p className={classNames('side-day', dayDiffers !== null && 'differs')}>
        {dayText(date)}
        {dayDiffers === null ? null : <span className="difference">{dayDiffers}</span>}
      </p>
    </div>
  );
}
