import type { ReactNode } from 'react';
import type { JobReceipt } from '#shared/job-receipt.ts';
import { useWindow } from '../state/window-context.ts';
import { activityWords } from '../words/words.ts';

const words = activityWords.receipt;

/** Leads to what a job brought, as far as it is in the list still. Nothing where that is no row. */
export function ShowNewButton({ receipt }: { receipt: JobReceipt }): ReactNode {
  const { store } = useWindow();
  const { jobId, startedAt, listed, totals } = receipt;
  if (listed === 0) return null;
  return (
    <button
      type="button"
      className="button"
      onClick={() => store.open({ kind: 'all-transactions', filter: { cameWith: { jobId, startedAt } } })}
    >
      {words.showNew(listed, totals.inserted)}
    </button>
  );
}
