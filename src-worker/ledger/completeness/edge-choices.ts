import { addDays, utcDay } from '#shared/calendar-day.ts';
import type { PlacedMove } from './place-moves.ts';

/** More rows than this on one side of an instant are a bank that posts in bulk: only the ones nearest to it are tried. */
const mostRows = 8;
/** Up to so many rows every selection of them is tried; of more, only what an order of posting could bring about. */
const fewRows = 5;

/**
 * What a balance may count beside, or without, the rows that naturally came before it: nobody knows the order of
 * things around its instant. The bank may hold rows that only a later answer lists, and may list rows of the last two
 * days that its balance does not hold yet.
 *
 * Kept small on purpose: each further choice makes it likelier that a missing row is explained away by chance.
 *
 * @param earlier moves since the balance before, in order
 * @param later moves that count later and may count already, in order
 * @returns sums to add to the natural one; 0 is always there, and first.
 */
export function edgeChoices(
  atIso: string,
  earlier: readonly PlacedMove[],
  later: readonly PlacedMove[],
): readonly number[] {
  const recent = addDays(utcDay(Date.parse(atIso)), -1);
  const held = later.slice(0, mostRows).map(({ amountMinor }) => amountMinor);
  const notYetHeld = earlier
    .filter(({ day }) => day >= recent)
    .slice(-mostRows)
    .map(({ amountMinor }) => -amountMinor)
    .toReversed();
  return [
    ...new Set([0, ...prefixSums(held), ...prefixSums(notYetHeld), ...selections([...held, ...notYetHeld])]),
  ];
}

function prefixSums(amounts: readonly number[]): readonly number[] {
  let sum = 0;
  return amounts.map((amount) => (sum += amount));
}

function selections(amounts: readonly number[]): readonly number[] {
  if (amounts.length > fewRows) return amounts;
  return amounts.reduce<readonly number[]>(
    (sums, amount) => sums.concat(sums.map((sum) => sum + amount)),
    [0],
  );
}
