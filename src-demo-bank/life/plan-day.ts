import { cardRepayments } from './card-repayment.ts';
import { createRandom } from './seeded-random.ts';
import { dayParts } from './epoch-day.ts';
import { eveningClassOn } from './evening-classes.ts';
import { euroShops } from './euro-shops.ts';
import { goShopping } from './go-shopping.ts';
import { planCash } from './occasional.ts';
import { planAtOnce, planPurchase } from './planned-purchase.ts';
import { amountOn, isDue } from './regular-days.ts';
import { shops } from './shops.ts';
import type { EpochDay } from './epoch-day.ts';
import type { PlannedRow, Purpose } from './life-row.ts';
import type { Profile, Temper } from './profile.ts';
import type { Settling } from './planned-purchase.ts';

/** Everything a day of the household's life depends on; the day itself is the third. */
export interface LifeSeed {
  readonly seed: number;
  /** All accounts and cards: a card's repayment shows on the first current account too. */
  readonly profiles: readonly Profile[];
  /** The books' first day: nothing was bought before it, so nothing from before is paid back. */
  readonly firstDay: EpochDay;
}

/** Chances of one, two, three visits a day. */
const visitsPerDay: Readonly<Record<Temper, readonly [number, number, number]>> = {
  main: [0.8, 0.4, 0.15],
  second: [0.55, 0.2, 0.05],
  savings: [0, 0, 0],
  card: [0.6, 0.3, 0.1],
};
const accountSettling: Settling = { fromDays: 1, toDays: 2, carriesPurchaseDay: false };
const cardSettling: Settling = { fromDays: 1, toDays: 4, carriesPurchaseDay: true };
const morning = 5 * 3600;

/** A row's key: the day it was made and its place on that day, so that it is the same whenever the bank is started. */
const keyOf = (day: EpochDay, place: number): number => day * 1000 + place;

/**
 * What happens on one account on one day: a pure function of seed, account and day, so that a bank started a week
 * later tells the same story and only goes on with it.
 */
export function planDay(life: LifeSeed, profile: Profile, day: EpochDay): readonly PlannedRow[] {
  const random = createRandom(life.seed, profile.accountId, day);
  const parts = dayParts(day);
  const { dayOfMonth, weekday } = parts;
  const planned: PlannedRow[] = [];
  const nextKey = (): number => keyOf(day, planned.length);
  const bookNow = (amountMinor: number, what: Purpose): void => {
    planned.push(planAtOnce({ key: nextKey(), day, secondOfDay: morning, amountMinor, what, generation: 0 }));
  };

  for (const regular of profile.regulars) {
    if (!isDue(regular, parts)) continue;
    const spread = random.between(-regular.variesByMinor, regular.variesByMinor);
    bookNow(amountOn(regular, parts) + spread, regular.what);
  }
  const lesson = profile.temper === 'main' ? eveningClassOn(day) : null;
  if (lesson !== null) bookNow(lesson.amountMinor, lesson.what);
  for (const { amountMinor, what } of cardRepayments(life, profile, day, planDay)) bookNow(amountMinor, what);
  for (const { amountMinor, what } of planCash(profile, random, { dayOfMonth, weekday })) {
    bookNow(amountMinor, what);
  }

  const settling = profile.kind === 'card' ? cardSettling : accountSettling;
  let second = 7 * 3600 + random.between(0, 3600);
  for (const chance of visitsPerDay[profile.temper]) {
    if (!random.chance(weekday === 0 || weekday === 6 ? chance * 1.2 : chance)) continue;
    second += random.between(600, 4 * 3600);
    const visit = goShopping(random, profile.currency === 'EUR' ? euroShops : shops);
    planned.push(planPurchase(random, nextKey(), day, second, settling, visit));
    // The same coffee for two: a true twin, to the penny and the minute.
    const last = planned.at(-1);
    if (last !== undefined && random.chance(0.035)) planned.push(twinOf(last, nextKey()));
  }
  return planned;
}

function twinOf({ row, bookedAtMs, pending, fate }: PlannedRow, key: number): PlannedRow {
  return {
    row: { ...row, key },
    bookedAtMs,
    ...(pending === undefined ? {} : { pending: { row: { ...pending.row, key }, fromMs: pending.fromMs } }),
    fate,
  };
}
