import { useEffect, type ReactNode } from 'react';
import type { JobRecord } from '#shared/ledger-views.ts';
import { isEnded } from '#shared/job.ts';
import { instantText } from '../format/day-text.ts';
import { CountCell } from './count-cell.tsx';
import { Icon } from '../parts/icon.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { activityWords as words } from '../words/words.ts';
import { measureText } from '../format/measure-text.ts';

/** The syncs there have been, newest first; each leads to its receipt. */
export function ActivityPage(): ReactNode {
  const { store } = useWindow();
  const jobs = useWindowState((state) => state.jobs);
  useEffect(() => void store.loadJobs(), [store]);
  return (
    <>
      <PageHead title={words.title} under={words.under} />
      {jobs?.length === 0 ? <p className="empty">{words.none}</p> : null}
      {jobs === null || jobs.length === 0 ? null : (
        <table className="jobs card">
          <thead>
            <tr>
              {Object.entries(words.columns).map(([name, title]) => (
                <th key={name} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <JobRow key={job.jobId} job={job} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function JobRow({ job }: { job: JobRecord }): ReactNode {
  const { store } = useWindow();
  const { status, startedAt, finishedAt } = job;
  const isOver = isEnded(status);
  const isFine = status === 'completed' || !isOver;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={() => store.open({ kind: 'job', jobId: job.jobId })}>
          {instantText(startedAt)}
        </button>
      </th>
      <td>{words.requestedBy(job.requestedBy)}</td>
      <td>
        <span className={isFine ? 'health health-good' : 'health health-bad'}>
          <Icon name={!isOver ? 'sync' : isFine ? 'check' : 'warning'} spins={!isOver} />
          {capital(words.standing(job))}
        </span>
      </td>
      <CountCell count={job.transactionsSynced} />
      <CountCell count={job.duplicates} />
      <CountCell count={job.updated} />
      <CountCell count={job.removed} />
      <td>{finishedAt === null ? '' : measureText(Date.parse(finishedAt) - Date.parse(startedAt))}</td>
    </tr>
  );
}
