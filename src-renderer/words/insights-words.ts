import { countOf, countText } from '../format/count-text.ts';

const transactions = (count: number): string => countOf(count, 'transaction');

/** What the Insights page says. */
export const insightsWords = {
  title: 'Insights',
  none: 'Once there are transactions, this page shows where they go.',
  currency: 'Currency',
  accounts: 'Accounts',
  allAccounts: 'All accounts',
  someAccounts: (count: number) => countOf(count, 'account'),
  range: 'Range',
  ranges: { '3': '3 months', '12': '12 months', '24': '24 months', all: 'All' },
  tryAgain: 'Try again',
  loading: 'Adding up',

  balance: 'Balance over time',
  allTogether: 'All together',
  balanceOf: 'Whose balance',
  balanceUnknown: 'No balance is known for these days.',
  balanceOfAccount: (account: string) => `Balance over time: ${account}`,
  balanceSummary: (
    first: { readonly value: string; readonly day: string },
    last: { readonly value: string; readonly day: string },
    lowest: { readonly value: string; readonly day: string },
    isStepped: boolean,
  ) =>
    `${first.value} on ${first.day}, ${last.value} on ${last.day}. Lowest ${lowest.value} on ${lowest.day}.${
      isStepped
        ? ' Drawn in steps where rows are missing: the bank\u2019s own balances are known at some points only.'
        : ''
    }`,
  day: 'Day',
  notKnown: 'not known',
  balanceAt: (day: string, value: string) => `${day}: ${value}`,

  flow: 'Money in and out by month',
  flowHighest: (month: string, sum: string) => `Money out was highest in ${month}, ${sum}.`,
  flowNothing: 'No money came in or went out in these months.',
  flowTransfers: (count: number, sum: string) =>
    `${countOf(count, 'transfer')} between your own accounts, ${sum}, left out: the same amount out of one and into another within 3 days.`,
  month: 'Month',
  moneyIn: 'In',
  moneyOut: 'Out',
  net: 'Net',
  rows: 'Transactions',
  flowAt: (month: string, moneyIn: string, moneyOut: string, net: string) =>
    `${month}: in ${moneyIn}, out ${moneyOut}, net ${net}`,

  spendingBy: { category: 'By category', merchant: 'By merchant' },
  spendingTitle: {
    out: { category: 'Money out by category', merchant: 'Money out by merchant' },
    in: { category: 'Money in by category', merchant: 'Money in by payer' },
  },
  groupBy: 'Group by',
  direction: 'Direction',
  directions: { out: 'Money out', in: 'Money in' },
  groupNames: { category: 'Category', merchant: 'Merchant' },
  sum: 'Sum',
  share: 'Share',
  spendingSummary: (name: string, sum: string, share: string, total: string) =>
    `Largest: ${name}, ${sum}, ${share} of ${total}.`,
  spendingNothing: 'Nothing in these days.',
  rest: (groups: number) => `${countText(groups)} more`,
  own: 'your category',
  transactions,
  uncategorised: 'No category',
} as const;
