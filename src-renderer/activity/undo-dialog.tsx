import { useEffect, useState, type ReactNode } from 'react';
import type { RestatedRow, UndoReport } from '#shared/restatement.ts';
import type { Result } from '#shared/result.ts';
import { columnDayText } from '../format/column-day-text.ts';
import { moneyText } from '../format/money-text.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { useWindow } from '../state/window-context.ts';
import { activityWords } from '../words/words.ts';

const words = activityWords.undo;

/** Shows what taking the sync back would do, then does it when told so. `onDone`: it was. */
export function UndoDialog(props: { jobId: string; onDone: () => void; onClose: () => void }): ReactNode {
  const { jobId, onDone, onClose } = props;
  const { bridge } = useWindow();
  const [report, setReport] = useState<Result<UndoReport> | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  useEffect(() => {
    let isGone = false;
    void bridge.call('jobs.undo', { jobId, apply: false }).then((answer) => {
      if (!isGone) setReport(answer);
    });
    return () => {
      isGone = true;
    };
  }, [bridge, jobId]);
  const apply = async (): Promise<void> => {
    setIsWorking(true);
    const answer = await bridge.call('jobs.undo', { jobId, apply: true });
    setIsWorking(false);
    setReport(answer);
    if (answer.ok) onDone();
  };
  const found = report?.ok === true ? report.value : null;
  const isDone = found?.isApplied === true;
  return (
    <Dialog
      title={isDone ? words.done : words.title}
      className="dialog undo-dialog"
      // What has begun is not left in the middle: nobody would tell the tables that their rows are others now.
      onClose={() => (isWorking ? undefined : onClose())}
    >
      <div role="status">
        {report === null ? <p>{words.looking}</p> : null}
        {isWorking ? <p>{words.working}</p> : null}
        {found === null || isWorking ? null : (
          <ul className="undo-sentences">
            {words.sentences(found).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
      {report?.ok === false ? <FailureNotice failure={report.failure} /> : null}
      {found === null || found.examples.length === 0 || isDone ? null : (
        <Examples examples={found.examples} />
      )}
      <p className="quiet">{words.promise}</p>
      <div className="dialog-ways">
        <button type="button" className="button" disabled={isWorking} onClick={onClose}>
          {isDone ? words.close : words.cancel}
        </button>
        {isDone ? null : (
          <button
            type="button"
            className="button button-bad"
            disabled={found === null || isWorking}
            onClick={() => void apply()}
          >
            {words.confirm}
          </button>
        )}
      </div>
    </Dialog>
  );
}

const Examples = ({ examples }: { examples: readonly RestatedRow[] }): ReactNode => (
  <div className="undo-examples" tabIndex={0} role="region" aria-label={words.examples}>
    <table>
      <thead>
        <tr>
          {Object.entries(words.columns).map(([name, title]) => (
            <th key={name} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {examples.map((row, index) => (
          <tr key={row.id ?? `new ${String(index)}`}>
            <th scope="row">{words.kinds[row.kind]}</th>
            <td>{columnDayText(row.date)}</td>
            <td>{row.description}</td>
            <td>
              {moneyText(row, { sign: 'always' })}
              <Instead row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The amount a changed row gets back, where that is what changes. */
function Instead({ row }: { row: RestatedRow }): ReactNode {
  const before = row.fields['amountMinor']?.[1];
  if (typeof before !== 'number') return null;
  const text = moneyText({ amountMinor: before, currency: row.currency }, { sign: 'always' });
  return <span className="quiet"> {words.instead(text)}</span>;
}
