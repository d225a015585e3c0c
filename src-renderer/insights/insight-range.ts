import { addDays, type CalendarDay, laterDay } from '#shared/calendar-day.ts';

/** How far back the insights look, in whole months, this one included. */
export type RangeChoice = '3' | '12' | '24' | 'all';

/** The days of a choice: from the first of a month, or from the first row, to today. No month before the first row. */
export function daysOfRange(
  choice: RangeChoice,
  today: CalendarDay,
  firstDay: CalendarDay | null,
): { readonly from: CalendarDay; readonly to: CalendarDay } {
  if (choice === 'all') return { from: firstDay !== null && firstDay < today ? firstDay : today, to: today };
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - Number(choice);
  const from = firstOfMonth(Math.floor(month / 12), (month % 12) + 1);
  const firstMonth = firstDay === null || firstDay > today ? from : `${firstDay.slice(0, 8)}01`;
  return { from: laterDay(from, firstMonth), to: today };
}

/** The first and last day of `YYYY-MM`. */
export function daysOfMonth(month: string): { readonly from: CalendarDay; readonly to: CalendarDay } {
  const next = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return { from: `${month}-01`, to: addDays(firstOfMonth(Math.floor(next / 12), (next % 12) + 1), -1) };
}

const firstOfMonth = (year: number, month: number): CalendarDay =>
  `${String(year)}-${String(month).padStart(2, '0')}-01`;
