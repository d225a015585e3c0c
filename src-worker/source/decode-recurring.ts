import * as z from 'zod';
import type { BankRecurring } from '#shared/bank-rows.ts';
import { decodeAmountMinor } from '#shared/money.ts';
import { parseBankTimestamp } from './bank-timestamp.ts';

const text = z.string().nullish();
/** The schema says string, the examples number (truelayer.md 2.7). */
const amount = z.union([z.number(), z.string()]).nullish();

const standingOrderSchema = z.object({
  frequency: text,
  status: text,
  currency: text,
  next_payment_date: text,
  next_payment_amount: amount,
  payee: text,
  reference: text,
});

const directDebitSchema = z.object({
  direct_debit_id: text,
  name: text,
  status: text,
  previous_payment_timestamp: text,
  previous_payment_amount: amount,
  currency: text,
  meta: z.record(z.string(), z.unknown()).nullish(),
});

/** One standing order; `null` when it is no object of that kind. */
export function decodeStandingOrder(value: unknown, accountCurrency: string): BankRecurring | null {
  const decoded = standingOrderSchema.safeParse(value);
  if (!decoded.success) return null;
  const raw = decoded.data;
  const currency = (raw.currency || accountCurrency).toUpperCase();
  return {
    kind: 'standing-order',
    providerRef: null,
    payee: raw.payee ?? raw.reference ?? '',
    reference: raw.reference ?? null,
    amountMinor: moneyOut(raw.next_payment_amount, currency),
    currency,
    frequency: raw.frequency ?? null,
    nextDate: parseBankTimestamp(raw.next_payment_date ?? '')?.day ?? null,
    previousDate: null,
    status: raw.status ?? null,
  };
}

/** One direct debit; `null` when it is no object of that kind. */
export function decodeDirectDebit(value: unknown, accountCurrency: string): BankRecurring | null {
  const decoded = directDebitSchema.safeParse(value);
  if (!decoded.success) return null;
  const raw = decoded.data;
  const currency = (raw.currency || accountCurrency).toUpperCase();
  const mandate = raw.meta?.['provider_mandate_identification'];
  return {
    kind: 'direct-debit',
    providerRef: raw.direct_debit_id ?? null,
    payee: raw.name ?? '',
    reference: typeof mandate === 'string' ? mandate : null,
    amountMinor: moneyOut(raw.previous_payment_amount, currency),
    currency,
    frequency: null,
    nextDate: null,
    previousDate: parseBankTimestamp(raw.previous_payment_timestamp ?? '')?.day ?? null,
    status: raw.status ?? null,
  };
}

/** Both kinds are payments: money out, negative, whatever sign the bank gives them. */
function moneyOut(raw: z.infer<typeof amount>, currency: string): number | null {
  if (raw === null || raw === undefined) return null;
  const minor = decodeAmountMinor(raw, currency);
  return minor === null || minor === 0 ? minor : -Math.abs(minor);
}
