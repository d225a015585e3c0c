import { daysBetween } from '#shared/calendar-day.ts';
import type { SettlementRow } from '#shared/settlement.ts';
import { moneyText } from '../format/money-text.ts';
import { reviewWords as words } from '../words/review-words.ts';

/** What is not the same on both sides; for amount and day, by how much in words. */
export interface SettlementDifference {
  readonly amount: string | null;
  readonly day: string | null;
  readonly text: boolean;
}

/** Looks at both sides of a match. A size is compared without its sign, as people do. */
export function settlementDifference(row: SettlementRow): SettlementDifference {
  const larger = Math.abs(row.booked_amount_minor) - Math.abs(row.pending_amount_minor);
  const days = daysBetween(row.pending_date, row.booked_date);
  const size = moneyText({ amountMinor: Math.abs(larger), currency: row.currency });
  return {
    amount: larger === 0 ? null : larger > 0 ? words.more(size) : words.less(size),
    day: days === 0 ? null : days > 0 ? words.daysLater(days) : words.daysEarlier(-days),
    text: row.pending_description.trim().toLowerCase() !== row.booked_description.trim().toLowerCase(),
  };
}

/** A text in parts, those marked that the other one has not: by words, which is how people compare. */
export function differentWords(
  text: string,
  other: string,
): readonly { readonly word: string; readonly differs: boolean }[] {
  const others = new Set(other.toLowerCase().split(/\s+/));
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ word, differs: !others.has(word.toLowerCase()) }));
}
