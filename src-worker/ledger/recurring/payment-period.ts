import type { PaymentPeriod } from '#shared/recurring-payment.ts';

/** Days since 1970. */
export type DayNumber = number;

const dayMs = 86_400_000;

interface Rhythm {
  /** So many days, or so many months on the same day of the month. */
  readonly days?: number;
  readonly months?: number;
  /** So many days a payment may come early or late and still be this one: weekends and bank holidays. */
  readonly slackDays: number;
  /** So many days after the expected one it counts as missed: slack, and the days a bank takes to book. */
  readonly graceDays: number;
}

/** What each period means in days. */
export const rhythms: Readonly<Record<PaymentPeriod, Rhythm>> = {
  weekly: { days: 7, slackDays: 2, graceDays: 3 },
  fortnightly: { days: 14, slackDays: 3, graceDays: 4 },
  'four-weekly': { days: 28, slackDays: 1, graceDays: 5 },
  monthly: { months: 1, slackDays: 4, graceDays: 6 },
  quarterly: { months: 3, slackDays: 7, graceDays: 10 },
  'half-yearly': { months: 6, slackDays: 10, graceDays: 14 },
  yearly: { months: 12, slackDays: 12, graceDays: 21 },
};

/** The day a period after another; the 31st of a shorter month is its last day. */
export function nextDue(period: PaymentPeriod, after: DayNumber): DayNumber {
  const { days, months = 0 } = rhythms[period];
  if (days !== undefined) return after + days;
  const date = new Date(after * dayMs);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Math.round(Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / dayMs);
}

/** Fewer than this is no rhythm. */
const fewestTimes = 3;
/** So large a part of the steps has to be one period long; the others two, where one was missed. */
const regularShare = 0.75;

/**
 * The period in which days follow each other, or `null`: they do not. `days`: each day once, oldest first. The one that
 * they keep to most closely wins: every 28 days is near a month, but nearer to four weeks.
 */
export function periodOf(days: readonly DayNumber[]): PaymentPeriod | null {
  if (days.length < fewestTimes) return null;
  let best: { readonly period: PaymentPeriod; readonly off: number } | null = null;
  for (const period of Object.keys(rhythms) as PaymentPeriod[]) {
    const off = distanceFrom(period, days);
    if (off !== null && (best === null || off < best.off)) best = { period, off };
  }
  return best?.period ?? null;
}

/** By how many days, in the mean, the steps differ from the period; `null`: they are not of it. */
function distanceFrom(period: PaymentPeriod, days: readonly DayNumber[]): number | null {
  const { slackDays } = rhythms[period];
  let regular = 0;
  let off = 0;
  for (let index = 1; index < days.length; index += 1) {
    const day = days[index] ?? 0;
    const due = nextDue(period, days[index - 1] ?? 0);
    const early = Math.abs(day - due);
    const skipped = Math.abs(day - nextDue(period, due));
    if (early <= slackDays) regular += 1;
    else if (skipped > slackDays) return null;
    off += Math.min(early, skipped);
  }
  const steps = days.length - 1;
  return regular >= 2 && regular >= steps * regularShare ? off / steps : null;
}
