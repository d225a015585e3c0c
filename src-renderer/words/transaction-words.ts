import { countOf, countText } from '../format/count-text.ts';

/** `1 transaction`, `450 transactions`. */
const transactions = (count: number): string => countOf(count, 'transaction');

/** What the list of transactions says. */
export const transactionWords = {
  all: 'All transactions',
  account: 'Account',
  ofAccount: (name: string) => `Transactions of ${name}`,
  owed: 'owed',
  available: (money: string) => `${money} available`,
  asOf: (when: string) => `as of ${when}`,
  syncThis: { account: 'Sync this account', card: 'Sync this card' },
  count: transactions,
  found: (count: number) => `${transactions(count)} found`,
  search: 'Search transactions',
  searchHint: 'Search',
  clearSearch: 'Clear the search',
  showNew: 'Show new transactions',
  tryAgain: 'Try again',

  date: 'Date',
  description: 'Description',
  category: 'Category',
  amount: 'Amount',
  amountIn: (currency: string) => `Amount (${currency})`,
  loading: 'Loading',
  loadingList: 'Reading the ledger\u2026',
  pending: 'Pending',
  hidden: 'Hidden',
  hasNote: 'has a note',
  turned: 'sign turned round',
  openRow: 'Open',
  selected: 'Selected',

  nothingFits: 'No transaction fits all of this.',
  nothingContains: (text: string) => `Nothing here contains \u201c${text}\u201d.`,
  firstOnTheirWay: 'The first transactions are on their way.',
  noneYet: 'No transactions yet. Press Sync to fetch them.',
  showEverything: 'Show everything',

  totals: 'Totals of what is shown',
  totalsFailed: 'The totals could not be worked out.',
  moneyIn: 'In',
  moneyOut: 'Out',
  net: 'Net',

  marking: 'Selecting\u2026',
  marked: (count: number) => `${countText(count)} selected`,
  markedAll: (count: number, total: number) =>
    `The first ${countText(count)} of ${countText(total)} selected: more cannot be changed at once`,
  actions: 'Selected transactions',
  setCategory: 'Set category',
  bankCategory: 'Use the bank\u2019s category',
  hide: 'Hide',
  unhide: 'Show again',
  copy: 'Copy',
  unmark: 'Clear the selection',
  copied: (count: number) => `${transactions(count)} copied, ready to paste into a spreadsheet.`,
  notCopied: 'The clipboard did not take it. Try again.',
  tooMuchToCopy: 'That is too much to copy at once. Select fewer rows, or use the export.',
  hiddenNow: (count: number) => `${transactions(count)} hidden: not shown, not counted, not exported.`,
  shownNow: (count: number) => `${transactions(count)} shown again.`,
  filed: (count: number, category: string) => `${transactions(count)} filed under ${category}.`,
  filedByBank: (count: number) => `${transactions(count)} filed as the bank does.`,
  undo: 'Undo',
  dismiss: 'Dismiss',
} as const;
