import { daysBetween } from '#shared/calendar-day.ts';
import type { SettlementRow } from '#shared/settlement.ts';
import { moneyText } from '../format/money-text.ts';
import { reviewWords as words } from '../words/words.ts';

/** By how much the booked side is another one, in words; `null`: it is not. */
export interface SettlementDifference {
  readonly amount: string | null;
  readonly day: string | null;
}

/** Looks at both sides of a match. A size is compared without its sign, as people do. */
export function settlementDifference(row: SettlementRow): SettlementDifference {
  const larger = Math.abs(row.booked_amount_minor) - Math.abs(row.pending_amount_minor);
  const days = daysBetween(row.pending_date, row.booked_date);
  const size = moneyText({ amountMinor: Math.abs(larger), currency: row.currency });
  return {
    amount: larger === 0 ? null : larger > 0 ? words.more(size) : words.less(size),
    day: days === 0 ? null : days > 0 ? words.daysLater(days) : words.daysEarlier(-days),
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
