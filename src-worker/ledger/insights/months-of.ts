import type { DayRange } from '#shared/calendar-day.ts';

/** Every month that the days touch, `YYYY-MM`, oldest first. */
export function monthsOf({ from, to }: DayRange): readonly string[] {
  const months: string[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (;;) {
    const text = `${String(year)}-${String(month).padStart(2, '0')}`;
    if (text > to.slice(0, 7)) return months;
    months.push(text);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
}
