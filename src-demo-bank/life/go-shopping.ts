import { shops } from './shops.ts';
import type { Purpose } from './life-row.ts';
import type { NonEmpty, Random } from './seeded-random.ts';
import type { Shop } from './shops.ts';

/** One visit. `amountMinor` is negative: money out. */
export interface Visit {
  readonly shop: Shop;
  readonly what: Purpose;
  readonly amountMinor: number;
}

/** Most of the time a small sum near the shop's lowest price, now and then a large one. */
export function goShopping(random: Random, among: NonEmpty<Shop> = shops): Visit {
  const shop = pickShop(random, among);
  const reach = shop.highestMinor - shop.lowestMinor;
  const sum = shop.lowestMinor + Math.floor(reach * random.unit() ** 2.2);
  return { shop, what: random.pick(shop.branches), amountMinor: -priced(sum, random) };
}

function pickShop(random: Random, among: NonEmpty<Shop>): Shop {
  let left = random.unit() * weightOf(among);
  for (const shop of among) {
    left -= shop.weight;
    if (left < 0) return shop;
  }
  return among[0];
}

const weights = new Map<NonEmpty<Shop>, number>();

function weightOf(among: NonEmpty<Shop>): number {
  const known = weights.get(among) ?? among.reduce((sum, shop) => sum + shop.weight, 0);
  weights.set(among, known);
  return known;
}

/** Prices end in .99, .50 or .00 more often than chance would have it: amounts that are whole numbers matter to clients. */
function priced(sumMinor: number, random: Random): number {
  const roll = random.unit();
  const pounds = Math.max(1, Math.floor(sumMinor / 100)) * 100;
  if (roll < 0.22) return pounds + 99;
  if (roll < 0.34) return pounds + 50;
  if (roll < 0.44) return pounds;
  return sumMinor;
}
