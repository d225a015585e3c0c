import { settlementWords } from '#shared/words/settlement-words.ts';
import { countOf } from '../format/count-text.ts';

/** What the Review page says. */
export const reviewWords = {
  title: 'Review',
  under:
    'Payments that were pending and then booked as something that looks a little different. Passbook takes them for the same; you have the last word.',
  doubtful: 'In doubt',
  all: 'All matches',
  decided: 'Decided by you',
  which: 'Which matches',
  waiting: (count: number) => `${countOf(count, 'match', 'matches')} to look at`,
  pending: 'Was pending',
  booked: 'Then booked',
  differs: 'differs',
  confirm: 'The same',
  undo: 'Two different ones',
  confirmKey: 'Y',
  undoKey: 'N',
  keys: 'Arrow keys go from match to match, Y says the same, N says two different ones.',
  confidence: {
    certain: 'Certain',
    likely: 'Likely',
    doubtful: 'In doubt',
    confirmed: 'Confirmed by you',
  },
  saidTwo: 'Two different ones, you said',
  because: (confidence: string, reason: string) => `${confidence}: ${reason}`,
  daysLater: (days: number) => (days === 0 ? 'the same day' : `${countOf(days, 'day')} later`),
  daysEarlier: (days: number) => `${countOf(days, 'day')} earlier`,
  more: (amount: string) => `${amount} more`,
  less: (amount: string) => `${amount} less`,
  confirmed: (text: string) => `\u201c${text}\u201d: the same payment.`,
  undone: (text: string) => `\u201c${text}\u201d: two different payments.`,
  takeBack: 'Take it back',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  empty: {
    doubtful: 'Nothing is in doubt.',
    all: 'No pending payment has been booked yet.',
    decided: 'You have decided about none so far.',
  },
  nothingToDoMore: 'Every pending payment that was booked has been recognised for sure, or you have decided.',
  seeAll: 'See all matches',
  toTransactions: 'Go to the transactions',
  reasons: settlementWords,
} as const;
