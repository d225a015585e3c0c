import { type CalendarDay, type DayRange, utcDay } from '#shared/calendar-day.ts';

const dayMs = 86_400_000;
const numberOf = (day: CalendarDay): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

/** Every day of the range, oldest first. */
export function listDays({ from, to }: DayRange): readonly CalendarDay[] {
  const first = numberOf(from);
  return Array.from({ length: Math.max(0, numberOf(to) - first + 1) }, (_, at) =>
    utcDay((first + at) * dayMs),
  );
}

/** How many days `day` lies after `from`; negative before it. Plain arithmetic: it is asked for every row. */
export const placeOfDay = (from: CalendarDay, day: CalendarDay): number => numberOf(day) - numberOf(from);

/** So many points a line may have: more are neither seen nor walked through by keyboard. */
const mostPoints = 110;

/**
 * Places of the days a line of so many days shows: every day of a quarter, every week of two years, else as many days
 * apart as it takes. The last day is always one.
 */
export function sampledPlaces(dayCount: number): readonly number[] {
  const apart = dayCount <= mostPoints ? 1 : Math.max(7, Math.ceil(dayCount / mostPoints / 7) * 7);
  const places: number[] = [];
  for (let place = dayCount - 1; place >= 0; place -= apart) places.unshift(place);
  return places;
}
