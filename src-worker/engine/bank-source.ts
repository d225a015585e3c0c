import type { AccountSign } from '#shared/account-sign.ts';
import type {
  BankAccount,
  BankBalance,
  BankConsent,
  BankRecurring,
  BankTransaction,
} from '#shared/bank-rows.ts';
import type { DayRange } from '#shared/calendar-day.ts';
import type { Result } from '#shared/result.ts';

/** A decoded answer with the bytes it came in. */
export interface BankAnswer<T> {
  readonly rows: readonly T[];
  /** What was wrong with the rows that could not be read: field names, never values. */
  readonly rejected: readonly string[];
  readonly rawBody: Uint8Array;
  readonly httpStatus: number;
  readonly askedAtIso: string;
  /** Sending, waiting for limits and reading, in milliseconds. */
  readonly elapsedMs: number;
}

/** Who is asked about: TrueLayer's id, and which of the two path families it lives in. */
export type AskedAccount = Pick<BankAccount, 'accountId' | 'kind' | 'currency'> & {
  /** The user's word on which way its amounts point; absent: as the bank sends them. */
  readonly sign?: AccountSign;
};

/** What a bank lists. `withoutId`: the names of those that nothing can be asked of, because their id cannot be read. */
export interface ListedAccounts {
  readonly accounts: readonly BankAccount[];
  readonly withoutId: readonly string[];
}

/**
 * A bank as the engine sees it. Each method is one question, retried and rate-limited inside; failures are values.
 * `cancelled` when the run was stopped before the request could be sent.
 */
export interface BankSource {
  readonly consent: () => Promise<Result<BankConsent | null>>;
  /** The account holder's name; `null`: the bank gives none. Served in the first minutes after a consent only. */
  readonly holder: () => Promise<Result<string | null>>;
  readonly accounts: (kind: BankAccount['kind']) => Promise<Result<ListedAccounts>>;
  readonly transactions: (
    account: AskedAccount,
    range: DayRange,
  ) => Promise<Result<BankAnswer<BankTransaction>>>;
  /** The same question for a bank that needs longer than one request: the answer is fetched when it is ready. */
  readonly transactionsLater: BankSource['transactions'];
  readonly pending: (account: AskedAccount) => Promise<Result<BankAnswer<BankTransaction>>>;
  readonly balance: (account: AskedAccount) => Promise<Result<BankBalance | null>>;
  readonly recurring: (
    account: AskedAccount,
    kind: BankRecurring['kind'],
  ) => Promise<Result<readonly BankRecurring[]>>;
}
