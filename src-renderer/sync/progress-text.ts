import type { Progress } from '#shared/progress.ts';
import { progressLine } from '#shared/words/progress-line.ts';
import { readableDuration } from '#shared/words/readable-time.ts';
import { countText } from '../format/count-text.ts';

/** The line over the bar. The wait is not in it: it has a countdown of its own. */
export const runningLine = (progress: Progress): string =>
  progressLine({ ...progress, waiting: null, historyWindow: null }, 0);

/** What a screen reader says of the bar: `page 12 of about 40`. */
export function barValueText({ pagesDone, pagesPlanned, totalAccounts }: Progress): string {
  if (totalAccounts === 0) return 'asking for the accounts';
  return `page ${countText(pagesDone)} of about ${countText(pagesPlanned)}`;
}

/** `about 40 s`; `null` while there is nothing to estimate from. */
export const timeLeftText = ({ etaMs }: Progress): string | null =>
  etaMs === null || etaMs <= 0 ? null : `about ${readableDuration(etaMs)}`;
