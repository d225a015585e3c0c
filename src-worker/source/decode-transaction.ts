import * as z from 'zod';
import type { AccountSign } from '#shared/account-sign.ts';
import type { BankTransaction } from '#shared/bank-rows.ts';
import { decodeAmountMinor } from '#shared/money.ts';
import { parseBankTimestamp } from './bank-timestamp.ts';

const text = z.string().nullish();
const amount = z.union([z.number(), z.string()]);

/**
 * Only what a row cannot do without is required. Recordings leave optional fields out; null is tolerated as well
 * (truelayer.md 2.5).
 */
const rowSchema = z.object({
  transaction_id: text,
  normalised_provider_transaction_id: text,
  provider_transaction_id: text,
  timestamp: z.string(),
  description: text,
  amount,
  currency: text,
  transaction_type: text,
  transaction_category: text,
  transaction_classification: z.array(z.string()).nullish(),
  merchant_name: text,
  running_balance: z.object({ amount: amount.nullish(), currency: text }).nullish(),
  meta: z.record(z.string(), z.unknown()).nullish(),
});

/** A row decoded, or which fields were wrong (their names, never their values). */
export type DecodedRow =
  { readonly ok: true; readonly row: BankTransaction } | { readonly ok: false; readonly detail: string };

/** `currency` stands in where a row has none of its own. */
export function decodeTransaction(
  value: unknown,
  account: {
    readonly kind: 'account' | 'card';
    readonly currency: string;
    readonly sign?: AccountSign;
  },
): DecodedRow {
  const decoded = rowSchema.safeParse(value);
  if (!decoded.success) {
    const fields = decoded.error.issues.map((issue) => issue.path.join('.') || 'row');
    return { ok: false, detail: `unreadable ${[...new Set(fields)].join(', ')}` };
  }
  const raw = decoded.data;
  const at = parseBankTimestamp(raw.timestamp);
  if (at === null) return { ok: false, detail: 'unreadable timestamp' };
  const currency = (blankToNull(raw.currency) ?? account.currency).toUpperCase();
  const size = decodeAmountMinor(raw.amount, currency);
  if (size === null) return { ok: false, detail: 'unreadable amount' };
  return {
    ok: true,
    row: {
      transactionId: raw.transaction_id ?? '',
      normalisedId: blankToNull(raw.normalised_provider_transaction_id),
      providerId: blankToNull(raw.provider_transaction_id),
      date: at.day,
      timestampUtc: at.utc,
      amountMinor: turned(signed(size, raw.transaction_type, account.kind), account.sign),
      currency,
      description: raw.description ?? '',
      merchant: blankToNull(raw.merchant_name),
      category: blankToNull(raw.transaction_category) ?? 'UNKNOWN',
      classification: raw.transaction_classification ?? [],
      runningBalanceMinor: runningBalance(raw.running_balance, currency),
      metaJson: raw.meta === null || raw.meta === undefined ? null : JSON.stringify(raw.meta),
    },
  };
}

/**
 * Money out is negative. Cards send purchases positive and some of them the other way round, so the direction comes
 * from `transaction_type` and the amount gives the size only (truelayer.md 2.6). Without a type, the sign counts.
 */
function signed(amountMinor: number, type: string | null | undefined, kind: 'account' | 'card'): number {
  const size = Math.abs(amountMinor);
  if (size === 0) return 0;
  if (type === 'DEBIT') return -size;
  if (type === 'CREDIT') return size;
  return kind === 'card' ? -amountMinor : amountMinor;
}

/** The user's word outweighs the bank's. */
const turned = (amountMinor: number, sign: AccountSign | undefined): number =>
  sign === 'reversed' && amountMinor !== 0 ? -amountMinor : amountMinor;

function runningBalance(raw: z.infer<typeof rowSchema>['running_balance'], currency: string): number | null {
  if (raw?.amount === null || raw?.amount === undefined) return null;
  if (raw.currency && raw.currency.toUpperCase() !== currency) return null;
  return decodeAmountMinor(raw.amount, currency);
}

const blankToNull = (value: string | null | undefined): string | null => (value?.trim() ? value : null);
