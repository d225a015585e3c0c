import { goShopping } from './go-shopping.ts';
import { startOfDayMs } from './epoch-day.ts';
import type { EpochDay } from './epoch-day.ts';
import type { LifeRow, PlannedRow } from './life-row.ts';
import type { Visit } from './go-shopping.ts';
import type { Random } from './seeded-random.ts';

/** Banks post what has settled early in the morning. */
const postingHourMs = 6 * 3_600_000;
/** A restaurant's tip or a changed basket: how often the sum that settles is not the sum that was authorised. */
const otherSumChance = 0.07;
const newIdsChance = 0.35;
const releasedChance = 0.012;

/** When and how a purchase settles. `carriesPurchaseDay`: the booked row is back-dated, as Amex does it. */
export interface Settling {
  readonly fromDays: number;
  readonly toDays: number;
  readonly carriesPurchaseDay: boolean;
}

/** A card payment: pending from the minute it is made, settled some mornings later (truelayer.md, 2.10). */
export function planPurchase(
  random: Random,
  key: number,
  day: EpochDay,
  secondOfDay: number,
  settling: Settling,
  visit: Visit = goShopping(random),
): PlannedRow {
  const settlesOn = day + random.between(settling.fromDays, settling.toDays);
  const booked: LifeRow = {
    key,
    day: settling.carriesPurchaseDay ? day : settlesOn,
    secondOfDay,
    amountMinor: visit.amountMinor,
    what: visit.what,
    generation: random.chance(newIdsChance) ? 1 : 0,
  };
  const held = visit.shop.holdMinor;
  const tipped = random.chance(otherSumChance);
  const authorisedMinor =
    held !== undefined ? -held : tipped ? Math.round(visit.amountMinor / 1.125) : visit.amountMinor;
  return {
    row: booked,
    bookedAtMs: startOfDayMs(settlesOn) + postingHourMs,
    pending: {
      row: { ...booked, day, amountMinor: authorisedMinor, generation: 0 },
      fromMs: startOfDayMs(day) + secondOfDay * 1000,
    },
    fate: random.chance(releasedChance) ? 'released' : 'booked',
  };
}

/** A payment that is never seen pending: it is booked the morning of its day. */
export const planAtOnce = (row: LifeRow): PlannedRow => ({
  row,
  bookedAtMs: startOfDayMs(row.day) + row.secondOfDay * 1000,
  fate: 'booked',
});
