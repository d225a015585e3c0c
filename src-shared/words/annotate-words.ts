import { countOf } from './count-of.ts';

const transactions = (count: number): string => countOf(count, 'transaction');

/** What `passbook annotate` says. */
export const annotateWords = {
  nothingSaid: 'Say what to write: --note, --category, --flip or --hide, or --no-... to take it back.',
  tooLong: 'A note has at most 4000 characters and a category from 1 to 100.',
  done: (changed: number, missing: number): string =>
    `Written for ${transactions(changed)}.${missing === 0 ? '' : ` ${transactions(missing)} named are not in this ledger.`}`,
} as const;
