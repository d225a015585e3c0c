import { createRandom } from './seeded-random.ts';
import { goShopping } from './go-shopping.ts';
import type { EpochDay } from './epoch-day.ts';
import type { LifeRow, Purpose } from './life-row.ts';
import type { Random } from './seeded-random.ts';

const moneyIn: Purpose = {
  description: 'FASTER PAYMENT RECEIVED REF INVOICE',
  merchant: null,
  category: 'CREDIT',
  classification: ['Income'],
  bankCode: 'FPI',
};
/** One row in 25 brings in about what the other 24 spend. */
const moneyInChance = 0.04;
const twinChance = 0.01;

/** Room for a million rows a day and for ten years of days below the keys that tests add. */
const keyOf = (day: EpochDay, place: number): number => (day % 4000) * 1_000_000 + place;

/**
 * Exactly `count` booked rows spread evenly from `firstDay` to `lastDay`, both included, oldest first. A day's rows
 * depend on seed, account and day only, apart from how many they are.
 */
export function countedRows(
  labels: readonly (number | string)[],
  count: number,
  firstDay: EpochDay,
  lastDay: EpochDay,
): LifeRow[] {
  const span = lastDay - firstDay + 1;
  const rows: LifeRow[] = [];
  let previous: LifeRow | undefined;
  for (let offset = 0; offset < span; offset += 1) {
    const day = firstDay + offset;
    const onThisDay = Math.ceil(((offset + 1) * count) / span) - Math.ceil((offset * count) / span);
    const random = createRandom(...labels, day);
    previous = undefined;
    for (let place = 0; place < onThisDay; place += 1) {
      const row: LifeRow =
        previous !== undefined && random.chance(twinChance)
          ? { ...previous, key: keyOf(day, place) }
          : makeRow(random, keyOf(day, place), day, Math.floor((place / onThisDay) * 86_000));
      rows.push(row);
      previous = row;
    }
  }
  return rows;
}

function makeRow(random: Random, key: number, day: EpochDay, secondOfDay: number): LifeRow {
  if (random.chance(moneyInChance)) {
    const amountMinor = random.between(40_000, 80_000);
    return { key, day, secondOfDay, amountMinor, what: moneyIn, generation: 0 };
  }
  const { amountMinor, what } = goShopping(random);
  return { key, day, secondOfDay, amountMinor, what, generation: 0 };
}
