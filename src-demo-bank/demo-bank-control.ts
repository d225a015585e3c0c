import type { Call } from './http/call-log.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Category } from './life/life-row.ts';
import type { FaultFile } from './faults/fault-schema.ts';
import type { TokenGrants } from './auth/token-endpoint.ts';

/** A row as the bank knows it to be true, whatever faults make of it on the way out. */
export interface TruthRow {
  /** The bank's own name for the payment: the same from pending to booked, through every amendment. */
  readonly key: number;
  readonly date: CalendarDay;
  /** Money out is negative, for cards too. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly description: string;
  readonly merchant: string | null;
  readonly transactionId: string;
  readonly normalisedId: string | null;
  readonly providerId: string | null;
}

/** An account's books, oldest first. */
export interface Truth {
  readonly booked: readonly TruthRow[];
  readonly pending: readonly TruthRow[];
  readonly balanceMinor: number;
}

/** A row to add. */
export interface NewRow {
  readonly date: CalendarDay;
  /** Money out is negative, for cards too. */
  readonly amountMinor: number;
  readonly description: string;
  readonly merchant?: string | undefined;
  /** Default `PURCHASE`. */
  readonly category?: Category | undefined;
  /** Default `booked`. */
  readonly status?: 'booked' | 'pending' | undefined;
  /** 0 to 86 399; default noon. */
  readonly secondOfDay?: number | undefined;
}

/** What tests in the same process may see and do behind the counter. */
export interface DemoBankControl {
  /** Every request in order of arrival, on both hosts. */
  readonly calls: readonly Call[];
  /** Grants that were honoured, by `grant_type`. */
  readonly tokenGrants: Readonly<TokenGrants>;
  /** The client's secret, and every code, token and PKCE verifier seen so far: what must be found nowhere else. */
  readonly issuedSecrets: () => readonly string[];
  /** All accounts, then all cards. */
  readonly accountIds: readonly string[];
  /** By the bank's clock. */
  readonly nowMs: () => number;
  readonly expireAccessTokens: () => void;
  /** The account holder ends every consent at the bank. */
  readonly revokeConsent: () => void;
  /** Every account and card gets another id, as a new consent may bring; its numbers and names stay. */
  readonly renameAccounts: () => void;
  /** Replaces all faults and starts their counts anew. */
  readonly setFaults: (file: FaultFile) => void;
  /** Moves the bank's clock forward, on top of the clock it was given. */
  readonly advance: (ms: number) => void;
  readonly truth: (accountId: string) => Truth;
  /** @returns the new row's key. */
  readonly addTransaction: (accountId: string, row: NewRow) => number;
  /** Changes fields of a row, pending or booked; its `transaction_id` moves, its other ids stay. */
  readonly amend: (accountId: string, key: number, changes: Partial<Omit<NewRow, 'status'>>) => void;
  readonly remove: (accountId: string, key: number) => void;
  /** The evening passes, once; nothing in a bank that was started without one. */
  readonly passEvening: (atMs: number) => void;
  /** Books a pending row now. */
  readonly settle: (
    accountId: string,
    key: number,
    as?: { readonly amountMinor?: number; readonly date?: CalendarDay; readonly newIds?: boolean },
  ) => void;
}
