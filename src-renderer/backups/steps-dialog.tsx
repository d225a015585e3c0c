import type { ReactNode } from 'react';
import type { RecoveryStep } from '#shared/backups.ts';
import { Dialog } from '../parts/dialog.tsx';
import { backupWords } from '../words/words.ts';

/** What was done, a sentence a step. */
export const StepsDialog = (props: { steps: readonly RecoveryStep[]; onClose: () => void }): ReactNode => (
  <Dialog title={backupWords.doneTitle} onClose={props.onClose}>
    <ol className="recovery-steps">
      {props.steps.map((step) => (
        <li key={step.kind}>{backupWords.step(step)}</li>
      ))}
    </ol>
    <div className="dialog-ways">
      <button type="button" className="button button-main" onClick={props.onClose}>
        {backupWords.goOn}
      </button>
    </div>
  </Dialog>
);
