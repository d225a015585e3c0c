import type { EpochDay } from './epoch-day.ts';

/** TrueLayer's `transaction_category` values, as far as this bank uses them. */
export type Category =
  | 'ATM'
  | 'BILL_PAYMENT'
  | 'CREDIT'
  | 'DIRECT_DEBIT'
  | 'FEE_CHARGE'
  | 'INTEREST'
  | 'OTHER'
  | 'PURCHASE'
  | 'STANDING_ORDER'
  | 'TRANSFER';

/** What a payment was for: shared by all rows of the same kind, so a million rows stay small. */
export interface Purpose {
  readonly description: string;
  readonly merchant: string | null;
  readonly category: Category;
  /** TrueLayer's `transaction_classification`: 0 to 2 entries. */
  readonly classification: readonly string[];
  /** The bank's own short code: `DEB`, `DD`, `BGC`, ... */
  readonly bankCode: string;
}

/** One line in the bank's own books. Never changed in place: an amendment puts another in its stead. */
export interface LifeRow {
  /** The bank's own name for the payment: survives amendments and the step from pending to booked. */
  readonly key: number;
  /** The day the row carries: for a late row earlier than the day it appeared. */
  readonly day: EpochDay;
  readonly secondOfDay: number;
  /** Minor units; money out is negative, for cards too (their signs turn on the way out). */
  readonly amountMinor: number;
  readonly what: Purpose;
  /** How often the bank gave the payment new ids: 0, and 1 once it settled under others. */
  readonly generation: number;
}

/** A payment from the first sight of it to its end, known beforehand because the life is seeded. */
export interface PlannedRow {
  /** As it is booked. */
  readonly row: LifeRow;
  readonly bookedAtMs: number;
  /** How and since when it is seen as pending; absent for what is booked at once. */
  readonly pending?: { readonly row: LifeRow; readonly fromMs: number };
  /** `released`: the pending row goes and nothing is ever booked. */
  readonly fate: 'booked' | 'released';
}

/** Keys that tests add begin here: above every planned one, below 2^32 (ids are made of 32-bit words). */
export const firstAddedKey = 4_000_000_000;
/** Keys of pending rows that were asked for by number. */
export const firstAskedPendingKey = 4_200_000_000;
