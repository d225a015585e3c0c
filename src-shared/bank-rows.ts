import type { CalendarDay } from './calendar-day.ts';

/**
 * What the bank says, decoded once and trusted after: TrueLayer's JSON with its formats and signs ironed out.
 * Everything is plain data. Amounts are integer minor units; money out of the account is negative, for cards too.
 */
export interface BankTransaction {
  /** Documented as able to change between requests: kept for support, never a key. */
  readonly transactionId: string;
  /** TrueLayer's stable id, where the bank gives an immutable one. */
  readonly normalisedId: string | null;
  readonly providerId: string | null;
  /** The day as the bank wrote it, whatever the offset behind it. */
  readonly date: CalendarDay;
  /** `2026-01-05T00:00:00.000Z` */
  readonly timestampUtc: string;
  readonly amountMinor: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
  readonly description: string;
  readonly merchant: string | null;
  /** TrueLayer's `transaction_category`. */
  readonly category: string;
  /** TrueLayer's `transaction_classification`, 0 to 2 entries. */
  readonly classification: readonly string[];
  /** In `currency` of its own only when it is the transaction's; otherwise dropped. */
  readonly runningBalanceMinor: number | null;
  /** The bank's `meta` as JSON text, or `null`. */
  readonly metaJson: string | null;
}

/** An account or a card; TrueLayer calls the id `account_id` for both. */
export interface BankAccount {
  readonly accountId: string;
  readonly kind: 'account' | 'card';
  readonly displayName: string;
  readonly currency: string;
  /** `TRANSACTION`, `SAVINGS`, ... for accounts; `CREDIT`, `CHARGE`, `DEBIT` for cards. */
  readonly type: string | null;
  /** The identifying numbers as JSON text: iban, sort_code, number, partial_card_number, ... */
  readonly numbersJson: string;
}

/** Amounts as the bank states them: `currentMinor` of a card is money owed, positive. */
export interface BankBalance {
  readonly currency: string;
  readonly currentMinor: number;
  readonly availableMinor: number | null;
  readonly overdraftMinor: number | null;
  readonly creditLimitMinor: number | null;
  /** When the bank says it was true; `null` when it does not say. */
  readonly bankUpdatedAtUtc: string | null;
}

/** A standing order or a direct debit. */
export interface BankRecurring {
  readonly kind: 'standing-order' | 'direct-debit';
  /** The bank's id where there is one; it may change between requests. */
  readonly providerRef: string | null;
  readonly payee: string;
  readonly reference: string | null;
  /** Next payment for a standing order, previous one for a direct debit; money out is negative. */
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly frequency: string | null;
  readonly nextDate: CalendarDay | null;
  readonly previousDate: CalendarDay | null;
  readonly status: string | null;
}

/** `/me`: the consent behind a connection. Times are UTC ISO 8601. */
export interface BankConsent {
  readonly credentialsId: string | null;
  readonly providerId: string;
  readonly providerName: string;
  readonly scopes: readonly string[];
  readonly consentCreatedAt: string | null;
  readonly consentExpiresAt: string | null;
}
