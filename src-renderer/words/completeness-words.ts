import type { AccountCompleteness, CoverageSpan } from '#shared/completeness.ts';
import {
  emptyWords,
  type Figures,
  spanWords,
  unlistedWords,
  verdictTitle,
  verdictWords,
} from '#shared/words/completeness-words.ts';
import { countOf } from '../format/count-text.ts';
import { dayText, instantText } from '../format/day-text.ts';
import { moneyText } from '../format/money-text.ts';

const figures: Figures = {
  money: (amountMinor, currency) => moneyText({ amountMinor, currency }),
  day: dayText,
  instant: instantText,
};

/** What the window says about coverage; the verdicts are those of the terminal, with the reader's own figures. */
export const completenessWords = {
  title: 'Completeness',
  under:
    'Which days each bank was asked for and answered, and whether the rows add up to the balances it gives.',
  none: 'No accounts yet; the first sync finds them.',
  judging: 'Looking at every row\u2026',
  notJudged: 'This could not be judged now.',
  ofAccount: (name: string) => `Completeness of ${name}`,
  strip: (name: string, days: string, parts: readonly string[]) =>
    `Days of ${name}, ${days}. ${parts.join('; ')}`,
  legend: 'What the colours mean',
  answered: 'Answered',
  refused: 'Refused',
  neverAsked: 'Never asked',
  table: 'Days as a table',
  tableOf: (name: string) => `Days of ${name}`,
  days: 'Days',
  bank: 'The bank',
  rows: 'Rows',
  showRows: (count: string, days: string) => `${count}: show the transactions of ${days}`,
  lastAsked: 'Last asked',
  never: 'never',
  booked: (count: number) => countOf(count, 'booked row'),
  pending: (count: number) => countOf(count, 'pending', 'pending'),
  syncAgain: 'Sync it again',
  syncDays: (days: string) => `Sync ${days}`,
  reconnect: 'Reconnect',
  reconnectFor: (days: string) => `Reconnect for ${days}`,
  of: (button: string, name: string) => `${button}, ${name}`,
  verdictTitle,
  verdict: (account: AccountCompleteness): string => verdictWords(account, figures),
  span: spanWords,
  spanOf: (days: string, span: CoverageSpan): string => `${days}: ${spanWords(span)}`,
  emptyBecause: emptyWords,
  unlisted: unlistedWords,
} as const;
