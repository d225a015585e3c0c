import type { ReplayReport, RestatementCounts, UndoReport } from '../restatement.ts';

const rows = (count: number): string => `${String(count)} ${count === 1 ? 'row' : 'rows'}`;

/** What undoing a sync does, or did, a sentence each; nothing is said of what is 0. */
export function undoSentences({ isApplied, totals, kept, daysToAsk }: UndoReport): readonly string[] {
  const { removed, changed, added, relinked } = totals;
  const sentences = [
    [removed, `${rows(removed)} that came with it ${isApplied ? 'were taken back' : 'would be taken back'}.`],
    [changed, `${rows(changed)} it changed ${isApplied ? 'say' : 'would say'} again what they said before.`],
    [added, `${rows(added)} it removed ${isApplied ? 'count' : 'would count'} again.`],
    [
      relinked,
      `${rows(relinked)} that were pending ${isApplied ? 'are' : 'would be'} no longer what it said they became.`,
    ],
    [kept, `${rows(kept)} it brought or changed stay: a later sync brought or changed them too.`],
    [
      daysToAsk,
      `The next sync asks again for the days it asked (${String(daysToAsk)}, summed over accounts).`,
    ],
  ] as const;
  const said = sentences.flatMap(([count, sentence]) => (count === 0 ? [] : [sentence]));
  return said.length === 0 ? ['There is nothing to take back: this sync stored nothing.'] : said;
}

/** What is never lost by either. */
export const restatementPromise =
  'No row is deleted; notes, categories and whatever else you said about a row stay with it.';

/** What reading the stored pages again changes, or changed. */
export function replaySentences(report: ReplayReport): readonly string[] {
  const { pages, unreadable, same, isApplied, totals } = report;
  const read = `${String(pages)} stored ${pages === 1 ? 'page' : 'pages'} read again: ${rows(same)} the same.`;
  const left = unreadable === 0 ? [] : [`${rows(unreadable)} or pages of them could not be read.`];
  const parts = partsOf(totals);
  if (parts.length === 0) return [read, ...left, 'Nothing differs.'];
  return [read, ...left, `${isApplied ? 'Changed' : 'Would change'}: ${parts.join(', ')}.`];
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
