import type { JobRecord } from '#shared/ledger-views.ts';
import { syncEndLine } from '#shared/words/summary-lines.ts';
import type { RunningJob } from '../state/window-state.ts';

/**
 * What is said aloud about a sync: that it runs, that it waits, how it ended. Not the numbers in between: ten a second
 * would drown everything else. The same text again is not said again.
 */
export function announcementOf(running: RunningJob | null, ended: JobRecord | null): string {
  if (running !== null) {
    const cause = running.progress.waiting?.cause;
    if (cause === 'rate-limit') return "The sync waits for the bank's rate limit.";
    if (cause === 'bank-error') return 'The sync waits for the bank to recover.';
    if (cause === 'network') return 'The sync waits for the network.';
    return 'Sync is running.';
  }
  return ended === null ? '' : `${syncEndLine(ended)}.`;
}
