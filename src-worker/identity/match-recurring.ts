import type { BankRecurring } from '#shared/bank-rows.ts';

/** A standing order or direct debit the ledger has, live or removed. */
export interface KnownRecurring {
  readonly ref: number;
  readonly providerRef: string | null;
  readonly payee: string;
  readonly reference: string | null;
  readonly currency: string;
  readonly live: boolean;
}

/**
 * Says which known order each sent one is: by the bank's id, else by payee, reference and currency (a
 * `direct_debit_id` is documented as able to change between requests). Each known one is given away once.
 *
 * @returns one entry for each of `sent`, in its order; `undefined`: new.
 */
export function matchRecurring(
  known: readonly KnownRecurring[],
  sent: readonly BankRecurring[],
): readonly (KnownRecurring | undefined)[] {
  const free = new Set([...known].sort((a, b) => Number(b.live) - Number(a.live) || a.ref - b.ref));
  const matches: (KnownRecurring | undefined)[] = Array.from({ length: sent.length });
  const tiers = [
    (a: KnownRecurring, b: BankRecurring) => b.providerRef !== null && a.providerRef === b.providerRef,
    (a: KnownRecurring, b: BankRecurring) =>
      a.payee === b.payee && a.reference === b.reference && a.currency === b.currency,
  ];
  for (const isSame of tiers) {
    for (const [index, order] of sent.entries()) {
      if (matches[index] !== undefined) continue;
      const match = [...free].find((candidate) => isSame(candidate, order));
      if (match === undefined) continue;
      matches[index] = match;
      free.delete(match);
    }
  }
  return matches;
}
