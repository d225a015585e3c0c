import type { JobRecord } from '#shared/ledger-views.ts';
import type { RunningJob } from '../state/window-state.ts';
import { syncWords as words } from '../words/words.ts';

/**
 * What is said aloud about a sync: that it runs, that it waits, how it ended. Not the numbers in between: ten a second
 * would drown everything else. The same text again is not said again.
 */
export function announcementOf(running: RunningJob | null, ended: JobRecord | null): string {
  if (running !== null) {
    const cause = running.progress.waiting?.cause;
    return cause === undefined ? words.running : words.announced[cause];
  }
  return ended === null ? '' : words.ended(ended);
}
