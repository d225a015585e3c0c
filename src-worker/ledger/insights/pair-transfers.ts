import { type CalendarDay, daysBetween } from '#shared/calendar-day.ts';

/** Two rows that may be the two ends of one transfer: same amount, opposite sign, two own accounts, few days apart. */
export interface TransferCandidate {
  readonly outRef: number;
  readonly outDate: CalendarDay;
  readonly inRef: number;
  readonly inDate: CalendarDay;
  readonly amountMinor: number;
}

/** How many days may lie between the two ends: a weekend, with which a payment of Friday arrives on Monday. */
export const transferDays = 3;

/**
 * Which candidates are transfers: each row belongs to one at most. The nearest days win, then the earliest, so that a
 * monthly transfer of the same amount never pairs across two months, and the same rows always give the same pairs.
 */
export function pairTransfers(candidates: readonly TransferCandidate[]): readonly TransferCandidate[] {
  const nearestFirst = candidates
    .map((each) => ({ each, apart: Math.abs(daysBetween(each.outDate, each.inDate)) }))
    .filter(({ apart }) => apart <= transferDays)
    .sort(
      (a, b) =>
        a.apart - b.apart ||
        (a.each.outDate < b.each.outDate ? -1 : a.each.outDate > b.each.outDate ? 1 : 0) ||
        a.each.outRef - b.each.outRef ||
        a.each.inRef - b.each.inRef,
    );
  const taken = new Set<number>();
  const pairs: TransferCandidate[] = [];
  for (const { each } of nearestFirst) {
    if (taken.has(each.outRef) || taken.has(each.inRef)) continue;
    taken.add(each.outRef).add(each.inRef);
    pairs.push(each);
  }
  return pairs;
}
