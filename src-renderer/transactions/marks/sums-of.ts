import type { Money } from '#shared/money.ts';
import type { ListedTransaction } from '#shared/transaction-list.ts';

/** What rows come to, for each currency apart, in the order they come in. */
export function sumsOf(rows: readonly ListedTransaction[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { currency, amount_minor: amountMinor } of rows)
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}
