import type { ReactNode } from 'react';
import type { ListedTransaction, TransactionDetail } from '#shared/transaction-list.ts';
import { longDayText } from '../../format/long-day-text.ts';
import { moneyText } from '../../format/money-text.ts';
import { classNames } from '../../parts/class-names.ts';
import { detailWords as words, historyWords, transactionWords } from '../../words/words.ts';

/** The transaction at a glance: how much, to whom, when, where. */
export function DetailHead(props: { row: ListedTransaction; detail: TransactionDetail | null }): ReactNode {
  const { row, detail } = props;
  const { amount_minor: amountMinor, currency, merchant, description } = row;
  const removed = detail?.removed_reason ?? null;
  return (
    <header className="detail-head">
      <p className={classNames('detail-amount', amountMinor > 0 && 'money-in')}>
        {moneyText({ amountMinor, currency }, { sign: 'always' })}
      </p>
      <h2>{merchant ?? description}</h2>
      <p className="quiet">{longDayText(row.date)}</p>
      {/* Room is kept while the rest is on its way: what is below must not jump. */}
      <p className="quiet">{detail?.account_name ?? '\u00a0'}</p>
      <p className="detail-marks">
        {row.status === 'pending' ? <span className="pending-mark">{transactionWords.pending}</span> : null}
        {row.is_hidden ? <span className="pending-mark">{transactionWords.hidden}</span> : null}
        {row.is_flipped ? <span className="pending-mark">{transactionWords.turned}</span> : null}
      </p>
      {removed === null ? null : (
        <p className="detail-removed">
          {words.noLongerLive}: {historyWords.because(removed)}.
        </p>
      )}
    </header>
  );
}
