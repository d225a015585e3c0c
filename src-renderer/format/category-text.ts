/** TrueLayer's `transaction_category` for people: `DIRECT_DEBIT` is `Direct debit`; what is unknown is nothing. */
export function categoryText(category: string): string {
  if (category === 'UNKNOWN') return '';
  if (category === 'ATM') return 'Cash machine';
  const words = category.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
