import type { ReplayReport, RestatementCounts, UndoReport } from '../restatement.ts';

import { countOf } from './count-of.ts';

/** `1 row`, plainly. */
const rows = (count: number): string => countOf(count, 'row');

/**
 * What undoing a sync does, or did, a line each; nothing is said of what is 0. `write`: how the reader's side writes a
 * number.
 */
export function undoSentences(
  { isApplied, totals, kept, daysToAsk }: UndoReport,
  write: (count: number) => string = String,
): readonly string[] {
  const rows = (count: number): string => countOf(count, 'row', undefined, write);
  const { removed, changed, added, relinked } = totals;
  const said = (count: number, done: string, todo: string, what: string): readonly string[] =>
    count === 0 ? [] : [`${isApplied ? done : todo}: ${what}.`];
  const sentences = [
    ...said(removed, 'Taken back', 'To be taken back', `${rows(removed)} that came with it`),
    ...said(changed, 'Put back', 'To be put back', `${rows(changed)} it changed`),
    ...said(added, 'Counted again', 'To be counted again', `${rows(added)} it had removed`),
    ...said(
      relinked,
      'Links put back as they were',
      'Links to be put back as they were',
      `${rows(relinked)} that were pending`,
    ),
    ...said(kept, 'Kept', 'To be kept', `${rows(kept)}, because a later sync brought or changed them too`),
    ...said(
      daysToAsk,
      'Asked again by the next sync',
      'To be asked again by the next sync',
      `${countOf(daysToAsk, 'day', undefined, write)}, summed over accounts`,
    ),
  ];
  return sentences.length === 0
    ? ['There is nothing to take back: nothing it brought is still there.']
    : sentences;
}

/** What is never lost by either. */
export const restatementPromise =
  'No row is deleted; notes, categories and whatever else you said about a row stay with it.';

/** What reading the stored pages again changes, or changed. */
export function replaySentences(report: ReplayReport): readonly string[] {
  const { pages, unreadable, same, isApplied, totals } = report;
  const read = `Read again: ${countOf(pages, 'stored page')}. The same as now: ${rows(same)}.`;
  const left = unreadable === 0 ? [] : [`Not readable: ${rows(unreadable)}, or whole pages of them.`];
  const parts = partsOf(totals);
  if (parts.length === 0) return [read, ...left, 'Nothing differs.'];
  return [read, ...left, `${isApplied ? 'Changed' : 'To be changed'}: ${parts.join(', ')}.`];
}

function partsOf({ added, changed, removed, relinked, refreshed }: RestatementCounts): readonly string[] {
  const parts = [
    [added, `${rows(added)} added`],
    [changed, `${rows(changed)} saying something else`],
    [removed, `${rows(removed)} removed`],
    [relinked, `${rows(relinked)} with another answer to what became of them`],
    [refreshed, `${rows(refreshed)} in ids and details only`],
  ] as const;
  return parts.flatMap(([count, part]) => (count === 0 ? [] : [part]));
}
