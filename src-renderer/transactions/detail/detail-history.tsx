import type { ReactNode } from 'react';
import type { TransactionDetail } from '#shared/transaction-list.ts';
import { instantText } from '../../format/day-text.ts';
import { useWindow } from '../../state/window-context.ts';
import { detailWords as words, historyWords } from '../../words/words.ts';
import { changeLines } from './change-lines.ts';

/** What happened to a transaction since it came, oldest first, and the rows it is linked to. */
export function DetailHistory(props: { detail: TransactionDetail; onOpen: (id: number) => void }): ReactNode {
  const { detail, onOpen } = props;
  const { row, changes, was_pending_id: pendingId } = detail;
  const { store } = useWindow();
  const jobLink = (jobId: string | null): ReactNode =>
    jobId === null ? (
      historyWords.byYou
    ) : (
      <button type="button" className="link" onClick={() => store.open({ kind: 'job', jobId })}>
        {historyWords.inASync}
      </button>
    );
  return (
    <section className="detail-part" aria-label={words.history}>
      <h3>{words.history}</h3>
      <ol className="history">
        <li>
          <span className="history-when">{instantText(row.first_seen_at)}</span>
          <span>{historyWords.firstSeen(row.status)}</span>
          {pendingId === null ? null : (
            <button type="button" className="link" onClick={() => onOpen(pendingId)}>
              {words.wasPending}
            </button>
          )}
        </li>
        {changes.map((change, at) => {
          const { happened, why, fields } = changeLines(change, row.currency);
          const becameId = change.kind === 'settled' ? change.became_id : null;
          return (
            <li key={`${String(at)} ${change.at}`}>
              <span className="history-when">
                {instantText(change.at)}, {jobLink(change.job_id)}
              </span>
              <span>
                {happened}
                {why === '' ? '' : `: ${why}`}
              </span>
              {fields.map(({ field, fromTo }) => (
                <span key={field} className="history-field">
                  {field} {fromTo}
                </span>
              ))}
              {becameId === null ? null : (
                <button type="button" className="link" onClick={() => onOpen(becameId)}>
                  {words.becameBooked}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
