/** The heading of rows on the clipboard, and the words in their cells. */
export const cellWords = {
  date: 'Date',
  description: 'Description',
  merchant: 'Merchant',
  account: 'Account',
  category: 'Category',
  amount: 'Amount',
  currency: 'Currency',
  status: 'Status',
  note: 'Note',
  booked: 'booked',
  pending: 'pending',
} as const;
