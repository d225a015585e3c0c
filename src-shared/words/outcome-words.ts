import type { AccountOutcome } from '../job.ts';
import { wordsOf } from './failure-words.ts';
import { findingWords } from './finding-words.ts';
import { plainFigures, type SentenceFigures } from './sentence-figures.ts';

/** Days as programs read them. */
const recordFigures: SentenceFigures = { ...plainFigures, day: (day) => day };

/**
 * How an account ended, in a sentence or two for the record: what the terminal prints, `--json` included, and the log keeps.
 * `undefined`: nothing to say. The window makes its own of the same kinds and values.
 */
export function outcomeWords({
  failure,
  findings = [],
}: Pick<AccountOutcome, 'failure' | 'findings'>): string | undefined {
  const sentences =
    failure === undefined
      ? findings.map((finding) => findingWords(finding, recordFigures))
      : [wordsOf(failure).happened, wordsOf(failure).todo];
  const said = sentences.filter((sentence) => sentence !== '').join(' ');
  return said === '' ? undefined : said;
}
