import type { ReactNode } from 'react';
import type { Failure } from '#shared/failure.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useWindowState } from '../state/window-context.ts';
import { backupWords } from '../words/words.ts';
import { BackupsTable } from './backups-table.tsx';
import { StepsDialog } from './steps-dialog.tsx';
import { useReplaceLedger } from './use-replace-ledger.ts';

/** Failures that mean the ledger itself is broken, so that nothing else in the window can work. */
export const isDamage = ({ kind }: Failure): boolean =>
  kind === 'ledger-damaged' || kind === 'ledger-not-sqlite';

/** The whole window while the ledger cannot be read: what happened, and the two ways out. */
export function DamagedPage({ failure, onDone }: { failure: Failure; onDone: () => void }): ReactNode {
  const { answer: backups, askAgain: reload } = useAnswer('backups.list', null);
  const { steps, isBusy, replace } = useReplaceLedger(reload);
  const notice = useWindowState((state) => state.notice);
  return (
    <main className="page damaged">
      <PageHead title={backupWords.damagedTitle} />
      <FailureNotice failure={notice ?? failure} />
      <section className="card">
        <p>{backupWords.recoverHint}</p>
        <p className="setting-ways" role="status">
          <button
            type="button"
            className="button button-main"
            disabled={isBusy}
            onClick={() => void replace('ledger.recover', null)}
          >
            {backupWords.recover}
          </button>
          {isBusy ? backupWords.working : null}
        </p>
      </section>
      <section className="card" aria-labelledby="damaged-copies">
        <h2 id="damaged-copies">{backupWords.orPutBack}</h2>
        {backups === null ? null : (
          <BackupsTable
            backups={backups}
            onRestore={(fileName) => void replace('backups.restore', { fileName })}
          />
        )}
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => void replace('backups.restore-other', null)}
        >
          {backupWords.other}
        </button>
      </section>
      {steps === null ? null : <StepsDialog steps={steps} onClose={onDone} />}
    </main>
  );
}
