import type { ReactNode } from 'react';
import type { JobRecord } from '#shared/ledger-views.ts';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import { syncWords as words } from '../words/words.ts';

/** How the last sync ended, in one line. Stays until dismissed: it may have ended while nobody looked. */
export function EndedStrip({ job }: { job: JobRecord }): ReactNode {
  const { store } = useWindow();
  const isFine = job.status === 'completed';
  const why = words.why(job);
  return (
    <section className="sync-strip sync-strip-ended" aria-label={words.sync}>
      <div className="sync-strip-head">
        <p className={isFine ? 'sync-line' : 'sync-line sync-line-bad'}>
          <Icon name={isFine ? 'check' : 'warning'} />
          {words.end(job)}
        </p>
        <button
          type="button"
          className="button"
          onClick={() => store.open({ kind: 'job', jobId: job.jobId })}
        >
          {isFine ? words.summary : words.whatToDo}
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-label={words.dismiss}
          onClick={store.dismissEnded}
        >
          <Icon name="cross" />
        </button>
      </div>
      {why === null ? null : <p className="quiet">{why}</p>}
    </section>
  );
}
