import * as z from 'zod';
import type { BankBalance } from '#shared/bank-rows.ts';
import { decodeAmountMinor } from '#shared/money.ts';
import { parseBankTimestamp } from './bank-timestamp.ts';

/** A card's `available` is a string in the schema and a number in recordings (truelayer.md 2.8). */
const amount = z.union([z.number(), z.string()]);

const balanceSchema = z.object({
  currency: z.string().nullish(),
  current: amount,
  available: amount.nullish(),
  overdraft: amount.nullish(),
  credit_limit: amount.nullish(),
  update_timestamp: z.string().nullish(),
});

/** The one entry of a balance answer; `null` when it has no readable `current`. */
export function decodeBalance(value: unknown, accountCurrency: string): BankBalance | null {
  const decoded = balanceSchema.safeParse(value);
  if (!decoded.success) return null;
  const raw = decoded.data;
  const currency = (raw.currency || accountCurrency).toUpperCase();
  const currentMinor = decodeAmountMinor(raw.current, currency);
  if (currentMinor === null) return null;
  const minor = (part: number | string | null | undefined): number | null =>
    part === null || part === undefined ? null : decodeAmountMinor(part, currency);
  return {
    currency,
    currentMinor,
    availableMinor: minor(raw.available),
    overdraftMinor: minor(raw.overdraft),
    creditLimitMinor: minor(raw.credit_limit),
    bankUpdatedAtUtc: parseBankTimestamp(raw.update_timestamp ?? '')?.utc ?? null,
  };
}
