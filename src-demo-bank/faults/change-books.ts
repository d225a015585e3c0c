import { epochDayOf } from '../life/epoch-day.ts';
import { shops } from '../life/shops.ts';
import type { AccountBook } from '../life/account-book.ts';
import type { Fault } from './fault-schema.ts';

/** Does what faults do to an account's books, before the call they hit is answered. */
export function changeBooks(
  faults: readonly Fault[],
  book: AccountBook,
  nowMs: number,
  nextKey: () => number,
): void {
  for (const fault of faults) {
    if (fault.kind === 'settle-pending') settleAll(book, fault, nowMs);
    if (fault.kind === 'late-row') addLateRows(book, fault, nowMs, nextKey);
  }
}

function settleAll(
  book: AccountBook,
  fault: { readonly newIds: boolean; readonly amountChangeMinor: number },
  nowMs: number,
): void {
  for (const row of book.pending) {
    const sign = row.amountMinor < 0 ? -1 : 1;
    book.settle(row.key, {
      amountMinor: row.amountMinor + sign * fault.amountChangeMinor,
      // Accounts book on the day of posting, cards on the day of purchase.
      day: book.profile.kind === 'card' ? row.day : epochDayOf(nowMs),
      newIds: fault.newIds,
    });
  }
}

function addLateRows(
  book: AccountBook,
  fault: { readonly daysBack: number; readonly rows: number },
  nowMs: number,
  nextKey: () => number,
): void {
  const [shop] = shops;
  for (let nth = 0; nth < fault.rows; nth += 1) {
    book.putBooked({
      key: nextKey(),
      day: epochDayOf(nowMs) - fault.daysBack,
      secondOfDay: 43_200,
      amountMinor: -(shop.lowestMinor + nth),
      what: shop.branches[0],
      generation: 0,
    });
  }
}
