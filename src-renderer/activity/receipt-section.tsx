import { useState, type ReactNode } from 'react';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useWindow } from '../state/window-context.ts';
import { activityWords as words } from '../words/words.ts';
import { ReceiptCard } from './receipt-card.tsx';
import { TimelineCard } from './timeline-card.tsx';
import { ShowNewButton } from './show-new-button.tsx';
import { UndoDialog } from './undo-dialog.tsx';

/** Of a job that has ended: where its time went, its receipt, and the ways to keep it or to take the job back. */
export function ReceiptSection({ jobId }: { jobId: string }): ReactNode {
  const { store } = useWindow();
  const receipt = useAnswer('jobs.receipt', { jobId });
  const timeline = useAnswer('jobs.timeline', { jobId });
  const [asksUndo, setAsksUndo] = useState(false);
  const [isUndone, setIsUndone] = useState(false);
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const saved = await store.act('jobs.save-receipt', { jobId });
    setSavedAs(saved?.fileName ?? null);
  };
  const close = (): void => {
    setAsksUndo(false);
    if (isUndone) store.rowsChanged();
  };
  const { answer } = receipt;
  return (
    <>
      {timeline.answer === null || timeline.answer.spans.length === 0 ? null : (
        <TimelineCard timeline={timeline.answer} />
      )}
      {receipt.failure === null ? null : <FailureNotice failure={receipt.failure} />}
      {answer === null ? null : (
        <ReceiptCard
          receipt={answer}
          ways={
            <>
              <span role="status">{savedAs === null ? '' : words.receipt.saved(savedAs)}</span>
              <ShowNewButton receipt={answer} />
              <button type="button" className="button" onClick={() => void save()}>
                {words.receipt.save}
              </button>
              {answer.undoneAt === null ? (
                <button type="button" className="button" onClick={() => setAsksUndo(true)}>
                  <Icon name="undo" />
                  {words.undo.button}
                </button>
              ) : null}
            </>
          }
        />
      )}
      {asksUndo ? <UndoDialog jobId={jobId} onDone={() => setIsUndone(true)} onClose={close} /> : null}
    </>
  );
}
