import type { RegularPayment } from './regular-payments.ts';

/** How rows of an account are written: banks differ, one bank is the same every day (truelayer.md, 2.4 and 2.5). */
export interface RowStyle {
  /** `…T00:00:00Z`, `…T00:00:00`, `…T00:00:00+00:00`, or the true second with 0 to 7 fraction digits and a `Z`. */
  readonly timestamps: 'midnight-z' | 'midnight-bare' | 'midnight-offset' | 'to-the-second';
  /** Which stable ids the bank gives beside `transaction_id`. */
  readonly ids: 'normalised-and-provider' | 'provider' | 'none';
  /** Some banks answer `[]` for every row. */
  readonly classified: boolean;
  readonly runningBalance: boolean;
}

/** How money comes and goes. */
export type Temper = 'main' | 'second' | 'savings' | 'card';

interface CommonProfile {
  /** Accounts come first, cards go on counting: what a fault file calls `accountIndex`. */
  readonly index: number;
  /** 32 hex characters. */
  readonly accountId: string;
  readonly displayName: string;
  readonly currency: string;
  readonly temper: Temper;
  readonly style: RowStyle;
  readonly regulars: readonly RegularPayment[];
  /** Balance before the first row; 0 or less for cards (money owed). */
  readonly openingMinor: number;
  /** Older days are refused even right after the consent; absent: all there are are served. */
  readonly historyDays?: number;
}

/** A current or savings account: what `/accounts` tells of it, and its overdraft. */
export interface AccountProfile extends CommonProfile {
  readonly kind: 'account';
  readonly accountType: 'TRANSACTION' | 'SAVINGS' | 'BUSINESS_TRANSACTION';
  readonly sortCode: string;
  readonly number: string;
  readonly iban: string;
  readonly swiftBic: string;
  readonly overdraftMinor: number;
}

/** A credit card: what `/cards` tells of it, and its limit. */
export interface CardProfile extends CommonProfile {
  readonly kind: 'card';
  readonly network: string;
  readonly lastFour: string;
  readonly limitMinor: number;
  /** `YYYY-MM`; `null` where the bank leaves them out (Amex). */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** An account or a card as the bank knows it, apart from its rows. */
export type Profile = AccountProfile | CardProfile;
