import type { ReactNode } from 'react';
import type { JobRecord } from '#shared/ledger-views.ts';
import { syncEndLine } from '#shared/words/summary-lines.ts';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';

/** How the last sync ended, in one line. Stays until dismissed: it may have ended while nobody looked. */
export function EndedStrip({ job }: { job: JobRecord }): ReactNode {
  const { store } = useWindow();
  const isFine = job.status === 'completed';
  return (
    <section className="sync-strip sync-strip-ended" aria-label="Sync">
      <div className="sync-strip-head">
        <p className={isFine ? 'sync-line' : 'sync-line sync-line-bad'}>
          <Icon name={isFine ? 'check' : 'warning'} />
          {syncEndLine(job)}
        </p>
        <button
          type="button"
          className="button"
          onClick={() => store.open({ kind: 'job', jobId: job.jobId })}
        >
          {isFine ? 'Summary' : 'What to do'}
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-label="Dismiss"
          onClick={store.dismissEnded}
        >
          <Icon name="cross" />
        </button>
      </div>
    </section>
  );
}
