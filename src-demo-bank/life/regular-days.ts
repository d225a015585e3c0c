import type { DayParts } from './epoch-day.ts';
import type { RegularPayment } from './regular-payments.ts';

/** A payment that fails now and then fails once in so many months. */
const monthsBetweenFailures = 6;
/** The year that `amountMinor` is the price of. */
const firstPriceYear = 2024;

/** Whether the payment is made on a day. */
export function isDue({ dayOfMonth, months, failsAt }: RegularPayment, day: DayParts): boolean {
  if (day.dayOfMonth !== dayOfMonth || months?.includes(day.month) === false) return false;
  return failsAt === undefined || (day.year * 12 + day.month) % monthsBetweenFailures !== failsAt;
}

/** What it costs on a day, before what it varies by. */
export function amountOn({ amountMinor, rises }: RegularPayment, { year, month }: DayParts): number {
  if (rises === undefined) return amountMinor;
  const times = year - firstPriceYear + (month >= rises.month ? 1 : 0);
  return amountMinor + rises.byMinor * Math.max(0, times);
}
