import { addDays, type CalendarDay, type DayRange } from '#shared/calendar-day.ts';
import { filterWords as words } from '../../words/words.ts';

/** A range of days with a name. */
export interface DayPreset extends DayRange {
  readonly name: string;
}

/** The ranges people ask for most, as seen from `today`; ends in the future are fine. */
export function dayPresets(today: CalendarDay): readonly DayPreset[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = (inYear: number, inMonth: number): CalendarDay =>
    new Date(Date.UTC(inYear, inMonth - 1, 1)).toISOString().slice(0, 10);
  const monthOf = (name: string, inYear: number, inMonth: number): DayPreset => ({
    name,
    from: first(inYear, inMonth),
    to: addDays(first(inYear, inMonth + 1), -1),
  });
  const yearOf = (name: string, inYear: number): DayPreset => ({
    name,
    from: `${String(inYear)}-01-01`,
    to: `${String(inYear)}-12-31`,
  });
  return [
    monthOf(words.thisMonth, year, month),
    monthOf(words.lastMonth, year, month - 1),
    { name: words.last90Days, from: addDays(today, -89), to: today },
    yearOf(words.thisYear, year),
    yearOf(words.lastYear, year - 1),
  ];
}
