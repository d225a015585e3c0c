import type { PaymentPeriod } from '#shared/recurring-payment.ts';
import type { ReadingDatabase } from '../ledger-database.ts';

/** A standing order or direct debit as the bank lists it. Days are `YYYY-MM-DD`. */
export interface BankRecurringRow {
  readonly ref: number;
  readonly accountRef: number;
  readonly kind: 'standing-order' | 'direct-debit';
  readonly payee: string;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly frequency: string | null;
  readonly nextOn: string | null;
  readonly lastOn: string | null;
  readonly firstSeenOn: string;
  /** When the bank stopped listing it. */
  readonly goneOn: string | null;
  /** The account was first seen on the same day: what it came with is not new. */
  readonly cameWithAccount: number;
}

/** What the banks list, and what they listed until `goneSince`. */
export const readBankRecurring = (db: ReadingDatabase, goneSince: string): readonly BankRecurringRow[] =>
  db
    .prepare<[string], BankRecurringRow>(
      `SELECT r.ref, r.account_ref AS accountRef, r.kind, r.payee, r.amount_minor AS amountMinor, r.currency,
              r.frequency, substr(r.next_date, 1, 10) AS nextOn, substr(r.previous_date, 1, 10) AS lastOn,
              substr(r.first_seen_at, 1, 10) AS firstSeenOn, substr(r.removed_at, 1, 10) AS goneOn,
              substr(r.first_seen_at, 1, 10) <= substr(a.first_seen_at, 1, 10) AS cameWithAccount
       FROM recurring r JOIN accounts a ON a.ref = r.account_ref
       WHERE r.removed_at IS NULL OR r.removed_at >= ?
       ORDER BY r.ref`,
    )
    .all(goneSince);

const monthsOfFrequency: Readonly<Record<string, PaymentPeriod>> = {
  '01': 'monthly',
  '03': 'quarterly',
  '06': 'half-yearly',
  '12': 'yearly',
};

/**
 * The period of a standing order's `frequency`, as Open Banking UK codes it (`IntrvlMnthDay:01:15`: every month on the
 * 15th); `null`: another code, or none.
 */
export function periodOfFrequency(frequency: string | null): PaymentPeriod | null {
  const [code, count = ''] = (frequency ?? '').split(':');
  switch (code) {
    case 'IntrvlMnthDay':
      return monthsOfFrequency[count] ?? null;
    case 'IntrvlWkDay':
      return count === '01'
        ? 'weekly'
        : count === '02'
          ? 'fortnightly'
          : count === '04'
            ? 'four-weekly'
            : null;
    case 'EvryWorkgDay':
    case 'EvryDay':
      return null;
    case 'QtrDay':
      return 'quarterly';
    default:
      return null;
  }
}
