import type { ReactNode } from 'react';
import type { JobRecord } from '#shared/ledger-views.ts';
import { syncEndLine } from '#shared/words/summary-lines.ts';
import { Icon } from '../parts/icon.tsx';
import { AccountOutcomes } from '../sync/account-outcomes.tsx';
import { PerformanceCard } from '../sync/performance-card.tsx';

/** A job's receipt: the end in one line, what became of each account, where the time went. */
export function JobReport({ job }: { job: JobRecord }): ReactNode {
  const isFine = job.status === 'completed';
  const { rateLimited } = job;
  return (
    <div className="job-report">
      <section className="card" aria-label="Result">
        <p className={isFine ? 'sync-line' : 'sync-line sync-line-bad'}>
          <Icon name={isFine ? 'check' : 'warning'} />
          {syncEndLine(job)}
        </p>
        {job.status === 'interrupted' ? (
          <p>
            Passbook was ended while this ran. What was stored stays, and the next sync goes on from there.
          </p>
        ) : null}
        {rateLimited > 2 ? (
          <p className="quiet">
            The bank asked for a pause (429) {String(rateLimited)} times. Fewer accounts at a time, in the
            settings, may make this faster.
          </p>
        ) : null}
        <AccountOutcomes outcomes={job.accounts} />
      </section>
      {job.performance === null ? null : <PerformanceCard performance={job.performance} />}
    </div>
  );
}
