import type { PaymentPeriod } from '#shared/recurring-payment.ts';
import { type AmountPattern, amountPattern } from './payment-amounts.ts';
import { type DayNumber, periodOf } from './payment-period.ts';

/** One payment to a payee, or from one. */
export interface Occurrence {
  readonly day: DayNumber;
  readonly amountMinor: number;
}

/** Payments that follow each other in a rhythm, oldest first. */
export interface Series {
  readonly period: PaymentPeriod;
  readonly occurrences: readonly Occurrence[];
  readonly amounts: AmountPattern;
}

/** Shops are visited, bills are paid: what is bought at a till has to cost the same to count as a subscription. */
export interface SeriesWish {
  readonly isPurchase: boolean;
}

/**
 * The recurring payments among all payments to one payee in one direction. Mostly there is one or none; where the whole
 * has no rhythm, payments of the same amount are looked at by themselves: a subscription among visits, two contracts with
 * one company.
 */
export function findSeries(occurrences: readonly Occurrence[], wish: SeriesWish): readonly Series[] {
  const all = occurrences.toSorted((a, b) => a.day - b.day);
  const whole = seriesOf(all, wish);
  if (whole !== null) return [whole];
  const byAmount = Map.groupBy(all, ({ amountMinor }) => amountMinor);
  return [...byAmount.values()]
    .filter((same) => same.length < all.length)
    .map((same) => seriesOf(same, wish))
    .filter((series) => series !== null);
}

function seriesOf(all: readonly Occurrence[], { isPurchase }: SeriesWish): Series | null {
  const days = all.map(({ day }) => day);
  // Two on one day are no rhythm: the one of the day's two cannot be told.
  if (new Set(days).size < days.length) return null;
  const period = periodOf(days);
  if (period === null) return null;
  const amounts = amountPattern(all.map(({ amountMinor }) => amountMinor));
  if (amounts === null || (isPurchase && amounts.isVariable)) return null;
  return { period, occurrences: all, amounts };
}
