import type { ReactNode } from 'react';
import type { BackupFile } from '#shared/backups.ts';
import { instantText } from '../format/day-text.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { backupWords } from '../words/words.ts';

/** Looks into the copy before asking: what it holds, and whether it can be put back at all. */
export function RestoreDialog(props: {
  backup: BackupFile;
  onConfirm: () => void;
  onClose: () => void;
}): ReactNode {
  const { backup, onConfirm, onClose } = props;
  const { answer: checked, failure } = useAnswer('backups.check', { fileName: backup.fileName });
  const isWhole = checked?.problems.length === 0;
  return (
    <Dialog title={backupWords.dialogTitle} onClose={onClose}>
      <p>{instantText(backup.madeAt)}</p>
      <div role="status">
        {checked === null && failure === null ? <p>{backupWords.checking}</p> : null}
        {checked !== null ? (
          <p>{isWhole ? backupWords.holds(checked.transactions, checked.newestDay) : backupWords.broken}</p>
        ) : null}
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <p className="quiet">{backupWords.keeps}</p>
      <div className="dialog-ways">
        <button type="button" className="button" onClick={onClose}>
          {backupWords.cancel}
        </button>
        <button type="button" className="button button-main" disabled={!isWhole} onClick={onConfirm}>
          {backupWords.confirm}
        </button>
      </div>
    </Dialog>
  );
}
