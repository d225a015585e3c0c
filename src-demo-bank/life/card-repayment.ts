import { dayParts, epochDayFrom } from './epoch-day.ts';
import type { EpochDay } from './epoch-day.ts';
import type { LifeSeed } from './plan-day.ts';
import type { Movement } from './occasional.ts';
import type { PlannedRow, Purpose } from './life-row.ts';
import type { CardProfile, Profile } from './profile.ts';

/** The day both ends of a card repayment are booked. */
const repaymentDayOfMonth = 20;
const cardsPaidByTheHousehold = 3;

type PlanDay = (life: LifeSeed, profile: Profile, day: EpochDay) => readonly PlannedRow[];

const thankYou: Purpose = {
  description: 'PAYMENT RECEIVED - THANK YOU',
  merchant: null,
  category: 'CREDIT',
  classification: [],
  bankCode: 'PMT',
};
const paidFor = (card: CardProfile): Purpose => ({
  description: `${card.displayName.toUpperCase()} ${card.lastFour}`,
  merchant: card.displayName,
  category: 'DIRECT_DEBIT',
  classification: ['Finance', 'Credit card payment'],
  bankCode: 'DD',
});

/**
 * On the 20th last month's purchases of each card are paid in full: a credit on the card, a direct debit of the same
 * sum on the first current account. The sum is found by planning last month again, which keeps every day a pure
 * function. `planDay` comes as an argument because the two files need one another.
 */
export function cardRepayments(
  life: LifeSeed,
  profile: Profile,
  day: EpochDay,
  planDay: PlanDay,
): readonly Movement[] {
  if (dayParts(day).dayOfMonth !== repaymentDayOfMonth) return [];
  if (profile.kind === 'card') {
    const sum = spentLastMonth(life, profile, day, planDay);
    return sum > 0 ? [{ amountMinor: sum, what: thankYou }] : [];
  }
  if (profile.index !== 0) return [];
  return life.profiles
    .filter((each) => each.kind === 'card')
    .slice(0, cardsPaidByTheHousehold)
    .map((card) => ({
      amountMinor: -exchanged(spentLastMonth(life, card, day, planDay), card.currency, profile.currency),
      what: paidFor(card),
    }))
    .filter(({ amountMinor }) => amountMinor < 0);
}

/** A card in another currency is repaid at one rate, whichever they are: it need not be the true one. */
const exchanged = (minor: number, from: string, to: string): number =>
  from === to ? minor : Math.round(minor * 0.86);

function spentLastMonth(life: LifeSeed, card: CardProfile, day: EpochDay, planDay: PlanDay): number {
  const { year, month } = dayParts(day);
  let sum = 0;
  const firstDay = Math.max(life.firstDay, epochDayFrom(year, month - 1, 1));
  for (let each = firstDay; each < epochDayFrom(year, month, 1); each += 1) {
    if (dayParts(each).dayOfMonth === repaymentDayOfMonth) continue;
    for (const { row, fate } of planDay(life, card, each)) if (fate === 'booked') sum -= row.amountMinor;
  }
  return sum;
}
