import { addDays, utcDay, type CalendarDay, type DayRange } from '#shared/calendar-day.ts';
import { syncWishSchema, type SyncWish } from '#shared/ipc/sync-wish.ts';
import { syncWords as words } from '../words/words.ts';

/** The last thirty days: what most people come for who do not want everything. `nowMs`: main's clock. */
export function usualRange(nowMs: number): DayRange {
  const to = utcDay(nowMs);
  return { from: addDays(to, -30), to };
}

/** A whole wish, or the sentence about what is wrong with the days. */
export function wishOf(
  from: CalendarDay,
  to: CalendarDay,
  accountId: string | undefined,
): { readonly wish: SyncWish } | { readonly problem: string } {
  if (from === '' || to === '') return { problem: words.chooseDays };
  if (from > to) return { problem: words.daysReversed };
  const decoded = syncWishSchema.safeParse({ from, to, ...(accountId === undefined ? {} : { accountId }) });
  return decoded.success ? { wish: decoded.data } : { problem: words.noDays };
}
