import { fromCalendarDay, toCalendarDay } from './life/epoch-day.ts';
import { hexWords } from './data/hex-words.ts';
import { seedOf } from './life/seeded-random.ts';
import { idSaltOf, rowIds } from './data/row-ids.ts';
import { firstAddedKey } from './life/life-row.ts';
import type { AccountBook } from './life/account-book.ts';
import type { CallLog } from './http/call-log.ts';
import type { ConsentDesk } from './auth/consent-desk.ts';
import type { DemoBankControl, NewRow, Truth, TruthRow } from './demo-bank-control.ts';
import type { FaultDesk } from './faults/fault-desk.ts';
import type { LifeRow, Purpose } from './life/life-row.ts';
import type { TokenGrants } from './auth/token-endpoint.ts';

/** What the control reaches into. */
export interface ControlParts {
  readonly books: readonly AccountBook[];
  readonly calls: CallLog;
  readonly grants: TokenGrants;
  readonly consents: ConsentDesk;
  readonly faults: FaultDesk;
  readonly clock: { readonly nowMs: () => number; readonly advance: (ms: number) => void };
  readonly nextKey: () => number;
  readonly clientSecret: string;
  readonly passEvening: (atMs: number) => void;
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
    issuedSecrets: () => [parts.clientSecret, ...parts.consents.secrets],
    get accountIds() {
      return parts.books.map(({ profile }) => profile.accountId);
    },
    nowMs: parts.clock.nowMs,
    expireAccessTokens: () => parts.consents.expireAccessTokens(),
    revokeConsent: () => parts.consents.revokeAll(),
    renameAccounts: () => {
      for (const book of parts.books) {
        const { accountId } = book.profile;
        book.rename(hexWords(...[1, 2, 3, 4].map((word) => seedOf(word, accountId))));
      }
    },
    setFaults: (file) => parts.faults.set(file.faults),
    advance: parts.clock.advance,
    passEvening: parts.passEvening,
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
