import * as z from 'zod';
import type { BankAccount } from '#shared/bank-rows.ts';

const text = z.string().nullish();

const accountSchema = z.object({
  account_id: z.string().min(1),
  account_type: text,
  display_name: text,
  currency: text,
  account_number: z.record(z.string(), z.unknown()).nullish(),
});

const cardSchema = z.object({
  account_id: z.string().min(1),
  card_type: text,
  card_network: text,
  display_name: text,
  currency: text,
  partial_card_number: text,
  name_on_card: text,
  valid_from: text,
  valid_to: text,
});

/** Most of TrueLayer's banks are British; an account without a currency is rare and worth showing all the same. */
const currencyWhenUnsaid = 'GBP';

/** One entry of `/accounts`; `null` when it has no id. */
export function decodeAccount(value: unknown): BankAccount | null {
  const decoded = accountSchema.safeParse(value);
  if (!decoded.success) return null;
  const raw = decoded.data;
  return {
    accountId: raw.account_id,
    kind: 'account',
    displayName: raw.display_name?.trim() || 'Account',
    currency: (raw.currency || currencyWhenUnsaid).toUpperCase(),
    type: raw.account_type ?? null,
    numbersJson: JSON.stringify(raw.account_number ?? {}),
  };
}

/** One entry of `/cards`. Nothing but the id is required there either (truelayer.md 2.8). */
export function decodeCard(value: unknown): BankAccount | null {
  const decoded = cardSchema.safeParse(value);
  if (!decoded.success) return null;
  const raw = decoded.data;
  const lastDigits = raw.partial_card_number ? ` ${raw.partial_card_number}` : '';
  return {
    accountId: raw.account_id,
    kind: 'card',
    displayName: raw.display_name?.trim() || `Card${lastDigits}`,
    currency: (raw.currency || currencyWhenUnsaid).toUpperCase(),
    type: raw.card_type ?? null,
    numbersJson: JSON.stringify({
      partial_card_number: raw.partial_card_number ?? undefined,
      card_network: raw.card_network ?? undefined,
      valid_from: raw.valid_from ?? undefined,
      valid_to: raw.valid_to ?? undefined,
    }),
  };
}

const namedSchema = z.object({ display_name: z.string().trim().min(1) });

/** What to call an entry whose id cannot be read. */
export function nameWithoutId(value: unknown): string {
  const named = namedSchema.safeParse(value);
  return named.success ? named.data.display_name : 'Account';
}
