import type { BankTransaction } from '#shared/bank-rows.ts';

/** A booked coffee without ids; a test states only what it is about. The timestamp follows the date. */
export function bankRow(wish: Partial<BankTransaction> = {}): BankTransaction {
  const date = wish.date ?? '2026-01-10';
  return {
    transactionId: 'any',
    normalisedId: null,
    providerId: null,
    date,
    timestampUtc: `${date}T00:00:00.000Z`,
    amountMinor: -420,
    currency: 'GBP',
    description: 'CORNER SHOP',
    merchant: null,
    category: 'PURCHASE',
    classification: [],
    runningBalanceMinor: null,
    metaJson: null,
    ...wish,
  };
}
