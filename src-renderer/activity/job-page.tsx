import { useEffect, useState, type ReactNode } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { instantText } from '../format/day-text.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { JobReport } from './job-report.tsx';
import { requestedByWords } from './requested-by-words.ts';

/** One job's receipt: from what the window already has, else from the ledger. */
export function JobPage({ jobId }: { jobId: string }): ReactNode {
  const { bridge, store } = useWindow();
  const known = useWindowState((state) =>
    state.ended?.jobId === jobId ? state.ended : state.jobs?.find((job) => job.jobId === jobId),
  );
  const [asked, setAsked] = useState<JobRecord | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isKnown = known !== undefined;
  useEffect(() => {
    if (isKnown) return;
    let isGone = false;
    void bridge.call('jobs.get', { jobId }).then((result) => {
      if (isGone) return;
      if (result.ok) setAsked(result.value);
      else setFailure(result.failure);
    });
    return () => {
      isGone = true;
    };
  }, [bridge, jobId, isKnown]);

  const job = known ?? asked;
  return (
    <>
      <PageHead
        title={job === null ? 'Sync' : `Sync of ${instantText(job.startedAt)}`}
        under={job === null ? undefined : requestedByWords(job.requestedBy)}
      >
        <button type="button" className="button" onClick={() => store.open({ kind: 'activity' })}>
          <Icon name="back" />
          All activity
        </button>
      </PageHead>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {job === null ? null : <JobReport job={job} />}
    </>
  );
}
