import type { ListedTransaction } from '#shared/transaction-list.ts';

/** TrueLayer's own (docs.truelayer.com, "Transaction categories"); what else a row has is the user's. */
const bankCategories: ReadonlySet<string> = new Set([
  'ATM',
  'BILL_PAYMENT',
  'CASH',
  'CASHBACK',
  'CHEQUE',
  'CORRECTION',
  'CREDIT',
  'DEBIT',
  'DIRECT_DEBIT',
  'DIVIDEND',
  'FEE_CHARGE',
  'INTEREST',
  'OTHER',
  'PURCHASE',
  'STANDING_ORDER',
  'TRANSFER',
  'UNKNOWN',
]);

/** TrueLayer's `transaction_category` for people: `DIRECT_DEBIT` is `Direct debit`; what is unknown is nothing. */
export function categoryText(category: string): string {
  if (category === 'UNKNOWN') return '';
  if (category === 'ATM') return 'Cash machine';
  const words = category.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A category wherever it comes from: the bank's in words, the user's exactly as written. */
export const anyCategoryText = (category: string): string =>
  bankCategories.has(category) ? categoryText(category) : category;

/** What a row is filed under: the user's own category where there is one. */
export const shownCategory = (row: ListedTransaction): string =>
  row.own_category === null ? categoryText(row.category) : anyCategoryText(row.own_category);
