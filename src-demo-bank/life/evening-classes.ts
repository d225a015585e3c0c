import { dayParts, type EpochDay, epochDayFrom } from './epoch-day.ts';
import type { Purpose } from './life-row.ts';
import type { Movement } from './occasional.ts';

/** A class meets on Tuesdays, from the second week of a quarter, so many times. */
const tuesday = 2;
const firstDayOfQuarter = 7;
const meetings = 10;

const lesson = (merchant: string): Purpose => ({
  description: `${merchant.toUpperCase()} LONDON`,
  merchant,
  category: 'PURCHASE',
  classification: ['Entertainment', 'Classes'],
  bankCode: 'DEB',
});
const classes = [
  { amountMinor: -1_450, what: lesson('Clay Studio') },
  { amountMinor: -1_800, what: lesson('Lingua Spanish') },
  { amountMinor: -900, what: lesson('Lido Swimming') },
  { amountMinor: -1_200, what: lesson('Camden Choir') },
] as const;

/** What this quarter's evening class costs on a day, if it meets: something that begins, comes every week, and ends. */
export function eveningClassOn(day: EpochDay): Movement | null {
  const { year, month, weekday } = dayParts(day);
  const quarter = Math.floor((month - 1) / 3);
  const since = day - epochDayFrom(year, quarter * 3 + 1, 1) - firstDayOfQuarter;
  if (weekday !== tuesday || since < 0 || since >= meetings * 7) return null;
  return classes[quarter] ?? null;
}
