import { useEffect, useState, type ReactNode } from 'react';
import type { BackupCheck, BackupFile } from '#shared/backups.ts';
import type { Result } from '#shared/result.ts';
import { instantText } from '../format/day-text.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { useWindow } from '../state/window-context.ts';
import { backupWords } from '../words/words.ts';

/** Looks into the copy before asking: what it holds, and whether it can be put back at all. */
export function RestoreDialog(props: {
  backup: BackupFile;
  onConfirm: () => void;
  onClose: () => void;
}): ReactNode {
  const { backup, onConfirm, onClose } = props;
  const { bridge } = useWindow();
  const [checked, setChecked] = useState<Result<BackupCheck> | null>(null);
  useEffect(() => {
    let isOld = false;
    void bridge.call('backups.check', { fileName: backup.fileName }).then((answer) => {
      if (!isOld) setChecked(answer);
    });
    return () => {
      isOld = true;
    };
  }, [bridge, backup.fileName]);
  const isWhole = checked?.ok === true && checked.value.problems.length === 0;
  return (
    <Dialog title={backupWords.dialogTitle} onClose={onClose}>
      <p>{instantText(backup.madeAt)}</p>
      <div role="status">
        {checked === null ? <p>{backupWords.checking}</p> : null}
        {checked?.ok === true ? (
          <p>
            {isWhole
              ? backupWords.holds(checked.value.transactions, checked.value.newestDay)
              : backupWords.broken}
          </p>
        ) : null}
      </div>
      {checked?.ok === false ? <FailureNotice failure={checked.failure} /> : null}
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
