import { useEffect, useState, type ReactNode } from 'react';
import type { Failure } from '#shared/failure.ts';
import { isEnded } from '#shared/job.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { activityWords as words } from '../words/words.ts';
import { JobReport } from './job-report.tsx';
import { ReceiptSection } from './receipt-section.tsx';

/** One job: its end from what the window already has, else from the ledger; and its receipt. */
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
        title={job === null ? words.sync : words.syncOf(job.startedAt)}
        under={job === null ? undefined : words.requestedBy(job.requestedBy)}
      >
        <button type="button" className="button" onClick={() => store.open({ kind: 'activity' })}>
          <Icon name="back" />
          {words.all}
        </button>
      </PageHead>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {job === null ? null : <JobReport job={job} />}
      {job === null || !isEnded(job.status) ? null : <ReceiptSection jobId={jobId} />}
    </>
  );
}
