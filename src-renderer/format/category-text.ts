import type { ListedTransaction } from '#shared/transaction-list.ts';
import { categoryWords } from '../words/words.ts';

/** TrueLayer's `transaction_category` for people: `DIRECT_DEBIT` is `Direct debit`. One it has added since is nearly so. */
export function categoryText(category: string): string {
  const known = categoryWords[category];
  if (known !== undefined) return known;
  const words = category.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A category wherever it comes from: the bank's in words, the user's exactly as written. */
export const anyCategoryText = (category: string): string => categoryWords[category] ?? category;

/** What a row is filed under: the user's own category where there is one. */
export const shownCategory = (row: ListedTransaction): string =>
  row.own_category === null ? categoryText(row.category) : anyCategoryText(row.own_category);
