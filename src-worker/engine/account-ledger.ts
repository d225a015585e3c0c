import type { BankBalance, BankRecurring, BankTransaction } from '#shared/bank-rows.ts';
import type { CalendarDay, DayRange } from '#shared/calendar-day.ts';

/** What the bank answered for one window, with the bytes it came in. */
export interface AnsweredWindow {
  readonly range: DayRange;
  /** In the bank's order. */
  readonly rows: readonly BankTransaction[];
  /** How many rows could not be read: when any, the answer is not the whole truth and nothing may be marked removed. */
  readonly rejectedRows: number;
  /** The body as received (after any content decoding), for offline replay. */
  readonly rawBody: Uint8Array;
  readonly httpStatus: number;
  /** UTC ISO 8601. */
  readonly askedAtIso: string;
}

/** How one stored answer changed the ledger. */
export interface StoredCounts {
  readonly inserted: number;
  readonly duplicates: number;
  readonly updated: number;
  readonly removed: number;
}

/** How a pending set changed the ledger. */
export interface StoredPendingSet extends StoredCounts {
  /** The earliest day of a pending row that went without a booked one to explain it; `null`: there was none. */
  readonly unexplainedSince: CalendarDay | null;
}

/** What the ledger remembers of an account's past questions. */
export interface AskedHistory {
  /** Ranges the bank answered, merged where they touch, oldest first. */
  readonly answered: readonly DayRange[];
  /** Ranges the bank refused for good under the present consent (older refusals are left out), oldest first. */
  readonly refused: readonly DayRange[];
}

/**
 * The engine's view of the ledger for one account in one job. Each method is ONE immediate transaction that holds
 * rows, coverage and the job's counters together, so a killed run loses at most the page in flight.
 */
export interface AccountLedger {
  readonly history: () => AskedHistory;
  /** The window is the truth for its days: rows it no longer holds are marked removed. Records it as answered. */
  readonly storeWindow: (answer: AnsweredWindow) => StoredCounts;
  /** Remembers a range the bank will not serve under this consent. `reason`: a failure kind. */
  readonly storeRefusal: (range: DayRange, reason: string, askedAtIso: string) => void;
  /** The complete current pending set. */
  readonly storePending: (answer: Omit<AnsweredWindow, 'range'>) => StoredPendingSet;
  readonly storeBalance: (balance: BankBalance, askedAtIso: string) => void;
  /** The complete current set of one kind. */
  readonly storeRecurring: (
    kind: BankRecurring['kind'],
    rows: readonly BankRecurring[],
    askedAtIso: string,
  ) => void;
}
