import type { ReactNode } from 'react';
import type { Forgotten } from '#shared/ipc/connection-data-calls.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWindow } from '../state/window-context.ts';
import { forgetWords as words } from '../words/words.ts';

/** What was deleted, and where the copy from before is. */
export function ForgottenData(props: { bank: string; forgotten: Forgotten; onClose: () => void }): ReactNode {
  const { bank, forgotten, onClose } = props;
  const { fileName } = forgotten.backup;
  const { store } = useWindow();
  return (
    <Dialog title={words.doneTitle(bank)} onClose={onClose}>
      <p>{words.done(forgotten.transactions)}</p>
      {forgotten.consentEnded ? null : <p>{words.consentRunsOn}</p>}
      <p>{words.copyIs(fileName)}</p>
      <div className="dialog-ways">
        <button
          type="button"
          className="button"
          onClick={() => void store.act('backups.reveal', { fileName })}
        >
          {words.showCopy}
        </button>
        <button type="button" className="button button-main" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </Dialog>
  );
}
