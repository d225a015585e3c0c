import { fromCalendarDay, toCalendarDay } from './life/epoch-day.ts';
import { idSaltOf, rowIds } from './data/row-ids.ts';
import { firstAddedKey } from './life/life-row.ts';
import type { AccountBook } from './life/account-book.ts';
import type { Call, CallLog } from './http/call-log.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Category, LifeRow, Purpose } from './life/life-row.ts';
import type { ConsentDesk } from './auth/consent-desk.ts';
import type { FaultDesk } from './faults/fault-desk.ts';
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
  /** All accounts, then all cards. */
  readonly accountIds: readonly string[];
  /** By the bank's clock. */
  readonly nowMs: () => number;
  readonly expireAccessTokens: () => void;
  /** The account holder ends every consent at the bank. */
  readonly revokeConsent: () => void;
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
  /** Books a pending row now. */
  readonly settle: (
    accountId: string,
    key: number,
    as?: { readonly amountMinor?: number; readonly date?: CalendarDay; readonly newIds?: boolean },
  ) => void;
}

/** What the control reaches into. */
export interface ControlParts {
  readonly books: readonly AccountBook[];
  readonly calls: CallLog;
  readonly grants: TokenGrants;
  readonly consents: ConsentDesk;
  readonly faults: FaultDesk;
  readonly clock: { readonly nowMs: () => number; readonly advance: (ms: number) => void };
  readonly nextKey: () => number;
}

/** Keys for rows that no life planned. */
export function createKeys(): () => number {
  let next = firstAddedKey;
  return () => (next += 1);
}

/** Puts the control together. Every method lives the books up to the present first. */
export function createControl(parts: ControlParts): DemoBankControl {
  const bookOf = (accountId: string): AccountBook => {
    const book = parts.books.find(({ profile }) => profile.accountId === accountId);
    if (book === undefined) throw new Error(`The demo bank has no account ${accountId}`);
    book.advanceTo(parts.clock.nowMs());
    return book;
  };
  const rowOf = (book: AccountBook, key: number): LifeRow => {
    const row = book.find(key);
    if (row === undefined) throw new Error(`No row ${String(key)} in ${book.profile.displayName}`);
    return row;
  };
  return {
    calls: parts.calls.calls,
    tokenGrants: parts.grants,
    accountIds: parts.books.map(({ profile }) => profile.accountId),
    nowMs: parts.clock.nowMs,
    expireAccessTokens: () => parts.consents.expireAccessTokens(),
    revokeConsent: () => parts.consents.revokeAll(),
    setFaults: (file) => parts.faults.set(file.faults),
    advance: parts.clock.advance,
    truth: (accountId) => truthOf(bookOf(accountId)),
    addTransaction: (accountId, row) => {
      const book = bookOf(accountId);
      const key = parts.nextKey();
      const made = applied(
        { key, day: 0, secondOfDay: 43_200, amountMinor: 0, what: unnamed, generation: 0 },
        row,
      );
      if (row.status === 'pending') book.putPending(made);
      else book.putBooked(made);
      return key;
    },
    amend: (accountId, key, changes) => {
      const book = bookOf(accountId);
      book.replace(applied(rowOf(book, key), changes));
    },
    remove: (accountId, key) => {
      const book = bookOf(accountId);
      rowOf(book, key);
      book.remove(key);
    },
    settle: (accountId, key, as = {}) => {
      const book = bookOf(accountId);
      rowOf(book, key);
      const { date, ...rest } = as;
      book.settle(key, { ...rest, ...(date === undefined ? {} : { day: fromCalendarDay(date) }) });
    },
  };
}

const unnamed: Purpose = {
  description: '',
  merchant: null,
  category: 'PURCHASE',
  classification: [],
  bankCode: 'DEB',
};

function applied(row: LifeRow, changes: Partial<Omit<NewRow, 'status'>>): LifeRow {
  return {
    ...row,
    day: changes.date === undefined ? row.day : fromCalendarDay(changes.date),
    secondOfDay: changes.secondOfDay ?? row.secondOfDay,
    amountMinor: changes.amountMinor ?? row.amountMinor,
    what: {
      ...row.what,
      description: changes.description ?? row.what.description,
      merchant: changes.merchant ?? row.what.merchant,
      category: changes.category ?? row.what.category,
    },
  };
}

function truthOf(book: AccountBook): Truth {
  const { profile } = book;
  const salt = idSaltOf(profile);
  const truth = (row: LifeRow): TruthRow => ({
    key: row.key,
    date: toCalendarDay(row.day),
    amountMinor: row.amountMinor,
    currency: profile.currency,
    description: row.what.description,
    merchant: row.what.merchant,
    ...rowIds(salt, profile, row, 0),
  });
  return {
    booked: book.booked.map(truth),
    pending: book.pending.map(truth),
    balanceMinor: book.balanceMinor(),
  };
}
