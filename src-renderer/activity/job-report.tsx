import type { ReactNode } from 'react';
import type { JobRecord } from '#shared/ledger-views.ts';
import { Icon } from '../parts/icon.tsx';
import { AccountOutcomes } from '../sync/account-outcomes.tsx';
import { PerformanceCard } from '../sync/performance-card.tsx';
import { activityWords as words, syncWords } from '../words/words.ts';

/** How a job ended: in one line, what became of each account, where the time went. */
export function JobReport({ job }: { job: JobRecord }): ReactNode {
  const isFine = job.status === 'completed';
  const { rateLimited } = job;
  return (
    <div className="job-report">
      <section className="card" aria-label={words.result}>
        <p className={isFine ? 'sync-line' : 'sync-line sync-line-bad'}>
          <Icon name={isFine ? 'check' : 'warning'} />
          {syncWords.end(job)}
        </p>
        {job.status === 'interrupted' ? <p>{words.interrupted}</p> : null}
        {rateLimited > 2 ? <p className="quiet">{words.paused(rateLimited)}</p> : null}
        <AccountOutcomes outcomes={job.accounts} />
      </section>
      {job.performance === null ? null : <PerformanceCard performance={job.performance} />}
    </div>
  );
}
