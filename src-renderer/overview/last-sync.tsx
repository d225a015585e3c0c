import type { ReactNode } from 'react';
import { useWindowState } from '../state/window-context.ts';
import { isEnded } from '#shared/job.ts';
import { JobReport } from '../activity/job-report.tsx';
import { overviewWords as words } from '../words/words.ts';

/** The newest job that has ended, with its whole receipt. */
export function LastSync(): ReactNode {
  const job = useWindowState((state) => state.jobs?.find(({ status }) => isEnded(status)));
  if (job === undefined) return null;
  return (
    <section aria-labelledby="last-sync" className="last-sync">
      <h2 id="last-sync">{words.lastSync}</h2>
      <JobReport job={job} />
    </section>
  );
}
