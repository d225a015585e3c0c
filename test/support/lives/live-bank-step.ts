import type { AccountBook } from '../../../src-demo-bank/life/account-book.ts';
import { epochDayOf } from '../../../src-demo-bank/life/epoch-day.ts';
import type { LifeRow } from '../../../src-demo-bank/life/life-row.ts';
import { shops } from '../../../src-demo-bank/life/shops.ts';
import type { BankStep } from './life-step.ts';

/** What bank steps work on. */
export interface LivedBook {
  readonly book: AccountBook;
  readonly nowMs: () => number;
  readonly passTime: (ms: number) => void;
  readonly nextKey: () => number;
  /** Booked rows that were taken out and may come back. */
  readonly removed: LifeRow[];
  /** Pending rows that the ledger is known to have. */
  readonly seenPending: Set<number>;
  /** Pending rows that are booked under new ids and listed until the next step: one payment each. */
  readonly stillListed: Set<number>;
}

/** Between the keys of two rows whose instants have the same fraction of a second (src-demo-bank's write-timestamp). */
const sameFraction = 80_000_000;
/** Amendments and removals stay within what the last sync of a life asks for. */
const reachDays = 60;

/** Does one step. A step that finds no row to act on does nothing. */
export function liveBankStep(at: LivedBook, step: BankStep): void {
  const { book } = at;
  book.advanceTo(at.nowMs());
  for (const key of at.stillListed) book.remove(key);
  at.stillListed.clear();
  switch (step.do) {
    case 'pass-time':
      at.passTime(step.hours * 3_600_000);
      book.advanceTo(at.nowMs());
      return;
    case 'add':
      return put(at, step);
    case 'twin': {
      const row = pickFrom(book.booked, step.pick);
      if (row !== undefined) book.putBooked({ ...row, key: at.nextKey() });
      return;
    }
    case 'amend':
      return amend(at, step);
    case 'remove': {
      const row = pickFrom(book.booked, step.pick);
      if (row === undefined) return;
      at.removed.push(row);
      book.remove(row.key);
      return;
    }
    case 'bring-back': {
      const [row] = at.removed.splice(step.pick % Math.max(1, at.removed.length), 1);
      if (row !== undefined) book.putBooked(row);
      return;
    }
    case 'settle': {
      const row = pickFrom(book.pending, step.pick);
      if (row === undefined || hasTwinOfInstant(at, row)) return;
      const amountMinor = Math.round((row.amountMinor * step.percent) / 100);
      const day = Math.min(row.day + step.daysLater, epochDayOf(at.nowMs()));
      book.settle(row.key, { amountMinor, day, newIds: step.newIds });
      return;
    }
    case 'book-early':
      return bookEarly(at, step.pick);
    case 'release': {
      const row = pickFrom(book.pending, step.pick);
      if (row !== undefined) book.remove(row.key);
      return;
    }
    case 'churn-ids':
      for (const row of book.booked.filter((_, index) => index % step.every === 0)) {
        book.replace({ ...row, generation: row.generation + 1 });
      }
  }
}

function put(at: LivedBook, step: Extract<BankStep, { do: 'add' }>): void {
  const shop = shops[step.shop] ?? shops[0];
  const row: LifeRow = {
    key: at.nextKey(),
    day: epochDayOf(at.nowMs()) - step.daysBack,
    secondOfDay: step.secondOfDay,
    amountMinor: step.amountMinor,
    what: shop.branches[0],
    generation: 0,
  };
  if (step.pending) at.book.putPending(row);
  else at.book.putBooked(row);
}

/**
 * Whether another row of the very same instant stays pending. Settled between a window and the pending set that would first
 * have shown both, such a row looks like the other one, booked and still listed: nobody can tell.
 */
const hasTwinOfInstant = ({ book }: LivedBook, row: LifeRow): boolean =>
  book.profile.style.timestamps === 'to-the-second' &&
  book.pending.some(
    (other) => other.key !== row.key && other.day === row.day && other.secondOfDay === row.secondOfDay,
  );

/** At a bank that writes the second of a payment, of rows seen before, on days every sync asks for: there it shows. */
function bookEarly(at: LivedBook, pick: number): void {
  const { book } = at;
  const row = pickFrom(book.pending, pick);
  const secondOfHour = (row?.secondOfDay ?? 0) % 3600;
  if (row === undefined || !at.seenPending.has(row.key)) return;
  if (book.profile.style.timestamps !== 'to-the-second') return;
  if (secondOfHour < 60 || secondOfHour > 3500 || row.day < epochDayOf(at.nowMs()) - 10) return;
  book.remove(row.key);
  book.putPending(row);
  book.putBooked({ ...row, key: row.key + sameFraction });
  at.stillListed.add(row.key);
}

function amend(at: LivedBook, { pick, what, by }: Extract<BankStep, { do: 'amend' }>): void {
  const row = pickFrom([...at.book.pending, ...at.book.booked.slice(-reachDays)], pick);
  if (row === undefined) return;
  const today = epochDayOf(at.nowMs());
  const text = { ...row.what, description: `${row.what.description} REF ${String(by)}` };
  const otherText = { ...row.what, description: `${String(by)} QUITE ANOTHER` };
  const amount = { amountMinor: row.amountMinor - by * 10 };
  const day = { day: Math.max(today - reachDays, Math.min(today, row.day + by - 6)) };
  const changes: Readonly<Record<typeof what, Partial<LifeRow>>> = {
    amount,
    text: { what: text },
    'other-text': { what: otherText },
    date: day,
    all: { ...amount, ...day, what: otherText },
  };
  at.book.replace({ ...row, ...changes[what] });
}

/** Counted from the newest, so that most changes fall into what an ordinary sync asks for. */
function pickFrom(rows: readonly LifeRow[], pick: number): LifeRow | undefined {
  return rows.length === 0 ? undefined : rows[rows.length - 1 - (pick % rows.length)];
}
