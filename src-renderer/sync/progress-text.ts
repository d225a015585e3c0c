import type { Progress } from '#shared/progress.ts';
import { durationText } from '../format/duration-text.ts';
import { syncWords as words } from '../words/words.ts';

/** What a screen reader says of the bar: `page 12 of about 40`. */
export function barValueText({ pagesDone, pagesPlanned, totalAccounts }: Progress): string {
  if (totalAccounts === 0) return words.askingForAccounts;
  return words.pageOf(pagesDone, pagesPlanned);
}

/** `about 40 s`; `null` while there is nothing to estimate from. */
export const timeLeftText = ({ etaMs }: Progress): string | null =>
  etaMs === null || etaMs <= 0 ? null : words.timeLeftOf(durationText(etaMs));
