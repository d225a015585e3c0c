import { addDays, type CalendarDay } from '#shared/calendar-day.ts';
import type { RecurringPayment } from '#shared/recurring-payment.ts';

/** A day of the calendar: whether it is one of those asked for, and what is expected on it. */
export interface ComingDay {
  readonly day: CalendarDay;
  readonly isShown: boolean;
  readonly payments: readonly RecurringPayment[];
}

/** Weeks the calendar shows: the one of today and the four after it hold the next of everything monthly. */
const weeks = 5;

const weekdayOf = (day: CalendarDay): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/**
 * The weeks from today on, with what is expected on which day. A payment has one next day; what comes every week is
 * expected on each of its days. `firstWeekday`: what each week begins with, 1 is Monday, 7 Sunday.
 */
export function comingWeeks(
  payments: readonly RecurringPayment[],
  today: CalendarDay,
  firstWeekday: number,
): readonly (readonly ComingDay[])[] {
  const first = addDays(today, -((weekdayOf(today) - firstWeekday + 7) % 7));
  const last = addDays(first, weeks * 7 - 1);
  const byDay = Map.groupBy(
    payments.flatMap((payment) => daysOf(payment, last).map((day) => ({ day, payment }))),
    ({ day }) => day,
  );
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, at): ComingDay => {
      const day = addDays(first, week * 7 + at);
      const expected = byDay.get(day)?.map(({ payment }) => payment) ?? [];
      return { day, isShown: day >= today, payments: expected };
    }),
  );
}

/** The next day, and those a week or two apart after it. */
function daysOf({ next_on: next, period }: RecurringPayment, last: CalendarDay): readonly CalendarDay[] {
  if (next === null) return [];
  const apart = period === 'weekly' ? 7 : period === 'fortnightly' ? 14 : null;
  const days: CalendarDay[] = [];
  for (let day = next; day <= last; day = addDays(day, apart ?? 0)) {
    days.push(day);
    if (apart === null) break;
  }
  return days;
}
